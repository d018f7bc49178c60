#include "statements/collation_of_made.h"

#include <algorithm>

#include "sql/canonical/collation.h"
#include "sql/canonical/resolution/resolve_call.h"
#include "sql/canonical/type_of.h"

namespace pgplumb {

namespace {

/// Of a table, whose column's collation is known; null for any other expression.
const Column* column_of_table(const Draft& draft, const Expression& expression) {
  const bool is_column = expression.kind == Expression::Kind::column && expression.column.symbol;
  const Draft::Item* item = is_column ? draft.item(expression.column.symbol) : nullptr;
  const auto* table = item ? draft.object<Table>(expression.column.symbol->parent) : nullptr;
  const bool is_told = table && table->relation_kind == RelationKind::table && !item->uncertain;
  return is_told ? std::get_if<Column>(&item->object) : nullptr;
}

/// Whether all that it is made of are constants and columns of tables, of types that have no collation of their own.
bool is_of_tables(const Draft& draft, const Expression& expression) {
  const Column* column = column_of_table(draft, expression);
  if (expression.kind == Expression::Kind::column) return column && column->type.name->parent == pg_catalog();
  if (has_opaque_part(expression) || holds_a_query(expression)) return false;
  return std::all_of(expression.args.begin(), expression.args.end(),
                     [&](const Expression& argument) { return is_of_tables(draft, argument); });
}

/// What in the expression has the collation of that name.
const Symbol* collation_named(const Draft& draft, const Expression& expression, std::string_view name) {
  const auto* column = draft.object<Column>(expression.column.symbol);
  const Symbol* own = is_collation(expression) ? expression.routine : column ? column->collation.symbol : nullptr;
  if (own && name_of_collation(*own) == name) return own;
  for (const Expression& argument : expression.args)
    if (const Symbol* found = collation_named(draft, argument, name)) return found;
  return nullptr;
}

/// Of one by itself; null for other values.
const Column* column_itself(const Draft& draft, const Expression& value) {
  const bool is_of_item = value.kind == Expression::Kind::other && value.text.starts_with("of ");
  return column_of_table(draft, is_of_item ? value.args.front() : value);
}

}  // namespace

bool mentions_collation(const Draft& draft, const Expression& expression) {
  const auto* column = draft.object<Column>(expression.column.symbol);
  if (is_collation(expression) || (column && (column->collation || is_type(column->type, "name")))) return true;
  if (expression.kind == Expression::Kind::cast && is_type(expression.type, "name")) return true;
  return std::any_of(expression.args.begin(), expression.args.end(),
                     [&](const Expression& argument) { return mentions_collation(draft, argument); });
}

std::optional<ObjectRef> collation_of_made(Draft& draft, const Expression& value) {
  if (is_untyped(value) && !is_collation(value)) return ObjectRef{};
  if (const Column* column = column_itself(draft, value)) return column->collation;
  const KnownTypes types = draft.types();
  const MaybeType type = type_of(value, types);
  const auto of_column = [&](ColumnRef of) {
    const ObjectRef& own = draft.object<Column>(of.symbol)->collation;
    return own ? name_of_collation(*own.symbol) : std::string();
  };
  const auto name = type && is_of_tables(draft, value) ? collation_of(value, types, of_column) : std::nullopt;
  if (!name) return std::nullopt;
  const bool is_own = *name == (is_type(type, "name") ? "C" : "") || *name == "default";
  if (is_own) return ObjectRef{};
  const Symbol* found = collation_named(draft, value, *name);
  return ObjectRef{found ? found : draft.phantom({}, *name)};
}

}  // namespace pgplumb
