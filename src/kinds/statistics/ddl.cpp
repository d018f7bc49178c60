#include "kinds/statistics/ddl.h"

#include <algorithm>
#include <set>

#include "kinds/default_names.h"
#include "sql/expression_forms.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;

/// The order in which they are written decides nothing: settling brings them into one.
Expression read_keys(Session& session, Symbol* table, const List* elements) {
  std::vector<Expression> keys;
  for (const Node* node : nodes_of(elements)) {
    const auto* element = as<StatsElem>(node);
    Expression key = make(Kind::column);
    if (element->name)
      key.column.symbol = session.column_to_alter(table, element->name);
    else
      key = *read_field(session, table, element->expr).tree;
    if (std::find(keys.begin(), keys.end(), key) != keys.end())
      fail(sqlstate::duplicate_column,
           element->name ? "duplicate column name in statistics definition" : "duplicate expression in statistics definition");
    keys.push_back(std::move(key));
  }
  return make(Kind::row, {}, std::move(keys));
}

/// Without kinds, all of them (CreateStatistics in commands/statscmds.c).
Text kinds_of(const CreateStatsStmt* statement, const Expression& keys) {
  std::set<std::string> kinds;
  for (std::string_view kind : texts_of(statement->stat_types)) kinds.emplace(kind);
  if (kinds.empty() && keys.args.size() > 1) kinds = {"dependencies", "mcv", "ndistinct"};
  std::string text;
  for (const std::string& kind : kinds) text += (text.empty() ? "" : ", ") + kind;
  return text;
}

/// `table_a_b_stat`
std::string choose_name(Session& session, const Symbol* schema, const Symbol* table, const Expression& keys) {
  std::vector<std::string_view> views;
  for (const Expression& key : keys.args) views.push_back(key.column.symbol ? std::string_view(key.column.symbol->text) : "expr");
  return session.choose_free_name(Namespace::statistics, schema, table->text, join_column_names(views), "stat");
}

}  // namespace

const Symbol* declare_statistics(Session& session, Statistics statistics) {
  Expression keys = *statistics.keys.tree;
  const auto place = [](const Expression& key) { return key.column.symbol ? key.column.symbol->number : ~0u; };
  std::stable_sort(keys.args.begin(), keys.args.end(),
                   [&](const Expression& a, const Expression& b) { return place(a) < place(b); });
  statistics.keys.tree = std::make_shared<const Expression>(std::move(keys));
  const Symbol* table = statistics.table.symbol;
  const std::string name = choose_name(session, table->parent, table, *statistics.keys.tree);
  return session.draft().declare(Namespace::statistics, table->parent, name, std::move(statistics), session.at());
}

bool read_create_statistics(Session& session, const Node* node) {
  const auto* statement = as<CreateStatsStmt>(node);
  const auto* relation = as<RangeVar>(nodes_of(statement->relations).front());
  Symbol* table = relation ? relation_to_change(session, relation) : nullptr;
  if (!table) return true;
  const auto [schema_name, given_name] = qualified_name(statement->defnames);
  const bool is_named = !schema_name.empty() || !given_name.empty();
  const Symbol* schema = is_named ? session.creation_schema(schema_name) : table->parent;
  Expression keys = read_keys(session, table, statement->exprs);
  const std::string name = given_name.empty() ? choose_name(session, schema, table, keys) : std::string(given_name);
  const Text kinds = kinds_of(statement, keys);
  Statistics statistics{{table}, kinds, {std::make_shared<const Expression>(std::move(keys))}};
  const Symbol* made = session.draft().declare(Namespace::statistics, schema, name, std::move(statistics), session.at());
  if (!made && !statement->if_not_exists)
    fail(sqlstate::duplicate_object, "statistics object " + quoted_name({}, name) + " already exists");
  return true;
}

}  // namespace pgplumb
