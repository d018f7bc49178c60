#include "catalog/field_accesses.h"

#include <algorithm>
#include <memory>

#include "catalog/expressions.h"
#include "catalog/row_types.h"
#include "sql/canonical/resolution/coercion.h"
#include "sql/canonical/type_of.h"
#include "sql/expression_forms.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;

bool is_field(const Expression& expression) { return expression.kind == Kind::other && expression.text.starts_with(of_field); }

/// What refers to the type, or to a column or function that gives it.
std::vector<Symbol*> objects_with(const Draft& draft, const Symbol* type) {
  std::vector<Symbol*> objects = draft.dependents(type);
  const std::size_t direct = objects.size();
  for (std::size_t i = 0; i < direct; ++i)
    if (draft.object<Column>(objects[i]) || draft.object<Routine>(objects[i]))
      for (Symbol* user : draft.dependents(objects[i])) objects.push_back(user);
  std::sort(objects.begin(), objects.end(), [](const Symbol* a, const Symbol* b) { return a->number < b->number; });
  objects.erase(std::unique(objects.begin(), objects.end()), objects.end());
  return objects;
}

}  // namespace

FieldAccess::FieldAccess(const Draft& draft, const Symbol* type, std::string_view name)
    : draft_(draft), type_(type), text_(std::string(of_field) + std::string(name)), types_(draft.types()) {}

bool FieldAccess::is_it(const Expression& expression) const {
  return is_field(expression) && expression.text == text_ && row_of(expression.args.front()) == type_;
}

/// The type whose row it is; fields within fields are of the type that these have.
const Symbol* FieldAccess::row_of(const Expression& whole) const {
  if (!is_field(whole)) {
    const MaybeType type = type_of(whole, types_);
    return type ? base_type(*type, types_).name : nullptr;
  }
  const Symbol* row = row_of(whole.args.front());
  if (!row) return nullptr;
  for (const RowColumn& column : columns_of_row(draft_, {row, {}, false}))
    if (column.name == whole.text.substr(of_field.size())) return base_type(column.type, types_).name;
  return nullptr;
}

bool FieldAccess::is_in(const Expression& expression) const {
  return is_it(expression) ||
         std::any_of(expression.args.begin(), expression.args.end(), [&](const Expression& part) { return is_in(part); });
}

bool FieldAccess::is_in(const Object& object) const {
  bool is_there = false;
  for_each_expression(object, [&](const ExpressionField& held, const DataType*) { is_there = is_there || is_in(*held.tree); });
  return is_there;
}

Expression FieldAccess::renamed(Expression expression, std::string_view name) const {
  const bool is_named = is_it(expression);
  for (Expression& part : expression.args) part = renamed(std::move(part), name);
  if (is_named) expression.text = std::string(of_field) + std::string(name);
  return expression;
}

std::vector<Symbol*> accessing(const Draft& draft, const Symbol* type, std::string_view field) {
  const FieldAccess access(draft, type, field);
  std::vector<Symbol*> objects = objects_with(draft, type);
  std::erase_if(objects, [&](const Symbol* object) { return !access.is_in(draft.item(object)->object); });
  return objects;
}

void rename_accesses(Draft& draft, const Symbol* type, std::string_view field, std::string_view name) {
  const FieldAccess access(draft, type, field);
  for (const Symbol* holder : accessing(draft, type, field)) {
    Object changed = draft.item(holder)->object;
    for_each_expression(changed, [&](ExpressionField& held, const DataType*) {
      held.tree = std::make_shared<const Expression>(access.renamed(*held.tree, name));
    });
    draft.forget_written(holder);
    draft.change(holder, [&](Draft::Item& item) { item.object = changed; });
  }
}

}  // namespace pgplumb
