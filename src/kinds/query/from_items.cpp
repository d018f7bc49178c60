#include <fmt/format.h>

#include <algorithm>

#include "kinds/named_object.h"
#include "kinds/query/reader.h"
#include "sql/canonical/resolution/system_relations.h"
#include "sql/canonical/type_of.h"
#include "sql/deparse.h"
#include "sql/expression_forms.h"
#include "sql/read_expression.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;

std::vector<ScopeColumn> columns_of(const std::vector<QueryColumn>& outputs) {
  std::vector<ScopeColumn> columns;
  for (const QueryColumn& output : outputs) columns.push_back({output.name, nullptr, output.type});
  return columns;
}

/// What a query sees of a sequence (commands/sequence.h).
std::vector<ScopeColumn> columns_of_sequence() {
  return {{"last_value", nullptr, builtin_data_type("int8")},
          {"log_cnt", nullptr, builtin_data_type("int8")},
          {"is_called", nullptr, builtin_data_type("bool")}};
}

}  // namespace

Expression QueryReader::read_from(const Node* from, Scope& scope) {
  if (const auto* relation = as<RangeVar>(from)) return read_relation(relation, scope);
  if (const auto* join = as<JoinExpr>(from)) return read_join(join, scope);
  if (const auto* query = as<RangeSubselect>(from)) return read_from_query(query, scope);
  if (const auto* function = as<RangeFunction>(from)) return read_function(function, scope);
  if (const auto* sample = as<RangeTableSample>(from)) return read_sample(sample, scope);
  if (const auto* table = as<RangeTableFunc>(from)) return read_xml_table(table, scope);
  scope.items.push_back({{}, next_place(scope), {}, false});
  return make(Kind::opaque, deparse_from_item(from));
}

/// `orders TABLESAMPLE system (10) REPEATABLE (1)`: PostgreSQL's own methods take a real.
Expression QueryReader::read_sample(const RangeTableSample* sample, Scope& scope) {
  const std::string_view method = qualified_name(sample->method).name;
  const bool is_own = method == "system" || method == "bernoulli";
  Args args;
  args.push_back(read_from(sample->relation, scope));
  for (const Node* node : nodes_of(sample->args)) {
    Expression argument = read_in(scope, node);
    args.push_back(is_own ? cast_to(builtin_data_type("float4"), std::move(argument)) : std::move(argument));
  }
  if (sample->repeatable)
    args.push_back(make(Kind::other, "repeatable", cast_to(builtin_data_type("float8"), read_in(scope, sample->repeatable))));
  return make(Kind::other, "sample " + std::string(method), std::move(args));
}

Expression QueryReader::read_common_table(const CommonTable& table, const RangeVar* relation, Scope& scope) {
  ScopeItem item{std::string(alias_of(relation->alias, table.name)), next_place(scope), columns_of(table.columns),
                 table.columns_known};
  const bool is_further_in = depth_ > table.depth;  // there, `*` leaves out what was added (addRangeTableEntryForCTE)
  for (std::size_t i = 0; is_further_in && i < table.added; ++i) item.columns[item.columns.size() - 1 - i].in_star = false;
  item.is_record = true;
  rename_columns(item, relation->alias);
  scope.items.push_back(std::move(item));
  return make(Kind::other, "common table " + std::to_string(&table - common_tables_.data() + 1));
}

/// Fails with 42P01 for a relation that surely does not exist. What the server qualifies is there.
void QueryReader::require_relation(std::string_view schema, std::string_view name) {
  const bool is_the_servers =
      schema == "pg_catalog" || schema == "information_schema" || (schema.empty() && name.starts_with("pg_"));
  if (!session_.search_path().empty() && !is_the_servers && !session_.extension_owned.contains(name) &&
      !session_.find_in_path(Namespace::sequence, schema, name))
    session_.relation_to_refer_to(schema, name);
}

/// `relation` is null where nothing read here made it.
ScopeItem QueryReader::item_of(const Symbol* relation, std::string_view alias, std::string place) const {
  ScopeItem item{std::string(alias), std::move(place)};
  item.row_type = relation;
  item.is_relation = true;
  const Draft::Item* known = relation ? session_.draft().item(relation) : nullptr;
  if (known && known->space == Namespace::sequence) item.columns = columns_of_sequence();
  item.known = known && !known->stated_in_part && !known->uncertain;
  if (known)
    for (const Symbol* column : session_.draft().members(root_of(session_.draft(), relation), Namespace::column)) {
      const bool uncertain = session_.draft().item(column)->uncertain;
      item.columns.push_back(
          {column->text, column, uncertain ? std::nullopt : std::optional(session_.draft().object<Column>(column)->type)});
    }
  return item;
}

/// The level of the query, and how many items it has so far: the same wherever the text of the query stands, be it twice.
std::string QueryReader::next_place(const Scope& scope) const {
  const auto is_join = [](const ScopeItem& item) { return item.is_join; };
  const auto joins = static_cast<std::size_t>(std::count_if(scope.items.begin(), scope.items.end(), is_join));
  return fmt::format("{}.{}", depth_, scope.items.size() - joins + 1);
}

Scope QueryReader::rows_of(const Symbol* table) const {
  Scope rows;
  for (const char* alias : {"old", "new"}) rows.items.push_back(item_of(table, alias, alias)), rows.items.back().is_row = true;
  return rows;
}

Expression QueryReader::read_relation(const RangeVar* relation, Scope& scope) {
  const auto [schema, name] = qualified_name(relation);
  if (const CommonTable* table = find_common_table(schema, name)) return read_common_table(*table, relation, scope);
  require_relation(schema, name);
  const Symbol* found = session_.find_relation(schema, name);
  for (const Namespace space : {Namespace::partition, Namespace::sequence})
    if (!found) found = session_.find_in_path(space, schema, name);
  ScopeItem& item = scope.items.emplace_back(item_of(found, alias_of(relation->alias, name), next_place(scope)));
  const auto of_system = found ? std::span<const SystemColumn>() : columns_of_system_relation(schema, name);
  if (!of_system.empty()) item.columns = system_columns(of_system), item.known = are_in_all_versions(of_system);
  rename_columns(item, relation->alias);
  Expression node = make(Kind::other, "relation");
  node.type.name = item.row_type = found ? found : session_.draft().phantom(schema, name);
  return relation->inh ? node : make(Kind::other, "only", std::move(node));
}

Expression QueryReader::read_from_query(const RangeSubselect* subselect, Scope& scope) {
  Query query = read(subselect->subquery, subselect->lateral ? &scope : scope.outer);
  ScopeItem item{std::string(alias_of(subselect->alias, {})), next_place(scope), columns_of(query.columns), query.columns_known};
  item.is_record = true;
  rename_columns(item, subselect->alias);
  scope.items.push_back(std::move(item));
  return make(Kind::other, subselect->lateral ? "lateral query" : "query", std::move(query.tree));
}

}  // namespace pgplumb
