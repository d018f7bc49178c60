#include "statements/dropped_extension.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

#include "catalog/declared.h"
#include "catalog/expressions.h"
#include "catalog/references.h"
#include "sql/canonical/functions.h"
#include "sql/canonical/resolution/signatures.h"
#include "statements/do_block/doubted_drops.h"

namespace pgplumb {

namespace {

bool has_named_operator_class(const Index& index) {
  return std::any_of(index.keys.begin(), index.keys.end(), [](const IndexKey& key) { return !key.operator_class.empty(); });
}

/// Of what the server has itself, names that begin so are no objects of the draft either.
bool is_of_nobody(const Symbol* symbol) {
  const bool is_servers = symbol->parent == pg_catalog() || symbol->text.starts_with("pg_") ||
                          (symbol->parent && symbol->parent->text == "information_schema");
  return symbol->number == 0 && !is_servers;
}

bool calls_what_nobody_makes(const Expression& expression) {
  using Kind = Expression::Kind;
  const std::string_view name = without_schema(expression.text);
  const bool is_called = expression.kind == Kind::call && !expression.routine && functions_named(name).empty();
  const bool is_applied = expression.kind == Kind::operation && !expression.routine && operators_named(name).empty();
  const bool is_typed = expression.kind == Kind::cast && expression.type.name && is_of_nobody(expression.type.name);
  return is_called || is_applied || is_typed ||
         std::any_of(expression.args.begin(), expression.args.end(), calls_what_nobody_makes);
}

bool may_need_extension(const Draft::Item& item) {
  if (const auto* index = std::get_if<Index>(&item.object); index && has_named_operator_class(*index)) return true;
  bool may = false;
  for_each_reference(item.object, [&](const Symbol* symbol) { may = may || is_of_nobody(symbol); });
  for_each_expression(const_cast<Object&>(item.object),  // visited, not changed
                      [&](const ExpressionField& field, const DataType*) { may = may || calls_what_nobody_makes(*field.tree); });
  return may;
}

/// A column may have lost its default alone.
bool goes_as_a_whole(const Draft& draft, const Symbol* symbol) {
  const auto* view = draft.object<Table>(symbol);
  const auto* column = draft.object<Column>(symbol);
  return (view && is_view(*view)) || (column && column->type.name && is_of_nobody(column->type.name));
}

}  // namespace

void doubt_what_may_need_extension(Session& session) {
  std::vector<const Symbol*> doubted;
  std::unordered_set<const Symbol*> seen;
  const auto doubt = [&](const Symbol* symbol) {
    if (seen.insert(symbol).second) doubted.push_back(symbol);
  };
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    if (may_need_extension(item)) doubt(item.symbol);
  });
  for (std::size_t i = 0; i < doubted.size(); ++i) {
    if (goes_as_a_whole(session.draft(), doubted[i]))
      doubt_presence(session, doubted[i]);
    else
      session.make_uncertain(doubted[i]);
    for (const Symbol* dependent : session.draft().dependents(doubted[i])) doubt(dependent);
  }
}

}  // namespace pgplumb
