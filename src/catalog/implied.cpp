#include "catalog/implied.h"

#include <algorithm>

#include "catalog/expressions.h"
#include "catalog/field_accesses.h"
#include "catalog/implied_casts.h"
#include "catalog/implied_operators.h"

namespace pgplumb {

namespace {

/// Those declared since `number` of which an expression is one that `implies`.
template <class Implies>
void append_newer(const Draft& draft, std::size_t number, const Implies& implies, std::vector<Symbol*>& found) {
  for (std::size_t n = number + 1; n <= draft.declared_count(); ++n) {
    const Draft::Item* item = draft.declared(n);
    bool is_there = false;
    if (item)
      for_each_expression(item->object, [&](const ExpressionField& field, const DataType* stored_as) {
        is_there = is_there || implies(*field.tree, stored_as, n);
      });
    if (is_there) found.push_back(const_cast<Symbol*>(item->symbol));
  }
}

std::vector<const Symbol*> casts_by(const Draft& draft, const Symbol* function) {
  std::vector<const Symbol*> casts;
  if (!draft.object<Routine>(function)) return casts;
  for (const Symbol* global : draft.globals())
    if (const auto* cast = draft.object<Cast>(global); cast && cast->function.symbol == function) casts.push_back(global);
  return casts;
}

}  // namespace

bool is_implied_in(const Draft& draft, const Symbol* holder, const Expression& expression, const Symbol* object) {
  if (draft.object<Operator>(object)) return ImpliedOperator(draft, object).is_in(expression, holder->number);
  if (draft.object<Column>(object)) return FieldAccess(draft, object->parent, object->text).is_in(expression);
  const auto casts = casts_by(draft, object);
  return std::any_of(casts.begin(), casts.end(), [&](const Symbol* cast) { return ImpliedCast(draft, cast).is_in(expression); });
}

void append_where_implied(const Draft& draft, const Symbol* object, std::vector<Symbol*>& found) {
  if (draft.object<Operator>(object)) {
    const ImpliedOperator implied(draft, object);
    append_newer(
        draft, object->number,
        [&](const Expression& tree, const DataType*, std::size_t holder) { return implied.is_in(tree, holder); }, found);
  }
  if (draft.object<Column>(object))
    for (Symbol* user : accessing(draft, object->parent, object->text)) found.push_back(user);
  for (const Symbol* symbol : casts_by(draft, object)) {
    const ImpliedCast cast(draft, symbol);
    const auto implies = [&](const Expression& tree, const DataType* stored_as, std::size_t) {
      return cast.is_in(tree) || (stored_as && cast.is_made_to_store(tree, *stored_as));
    };
    append_newer(draft, symbol->number, implies, found);
  }
}

}  // namespace pgplumb
