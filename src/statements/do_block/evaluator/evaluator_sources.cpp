// Items of FROM that are no catalogs: VALUES, subqueries and functions.
#include <array>
#include <utility>

#include "statements/do_block/evaluator/evaluator.h"

namespace pgplumb {

namespace {

/// Of the only one that stands there in FROM.
std::string_view name_of_function(const RangeFunction* function) {
  const auto call = nodes_of(reinterpret_cast<const List*>(nodes_of(function->functions).front()));
  return qualified_name(as<FuncCall>(call.front())->funcname).name;
}

}  // namespace

/// pg_event_trigger_ddl_commands(), inside of an event trigger's function.
std::optional<Evaluator::Source> Evaluator::commands_source(const RangeFunction* function) const {
  constexpr std::string_view name = "pg_event_trigger_ddl_commands";
  const bool is_it = function && nodes_of(function->functions).size() == 1 && name_of_function(function) == name;
  const Alias* alias = is_it ? function->alias : nullptr;
  if (!is_it || !variables_.commands() || function->ordinality || (alias && alias->colnames)) return std::nullopt;
  std::vector<CatalogRow> all;
  for (const ResultRow& command : *variables_.commands()) {
    CatalogRow& row = all.emplace_back();
    for (const auto& [column, value] : command) row.columns.emplace_back(column, value);
  }
  return Source(alias ? std::string_view(alias->aliasname) : name, std::make_shared<const CatalogRows>(std::move(all)));
}

/// `(VALUES …) AS x(a, b)`, unnest(array) AS x; nothing for anything else.
std::optional<Evaluator::Source> Evaluator::stated_source(const Node* from) {
  if (auto commands = commands_source(as<RangeFunction>(from))) return commands;
  std::vector<ResultRow> rows;
  const Alias* alias = nullptr;
  if (const auto* subselect = as<RangeSubselect>(from)) {
    const auto* values = as<SelectStmt>(subselect->subquery);
    if (values && !values->valuesLists) return selected_source(subselect);
    if (!values || !values->valuesLists || values->sortClause || values->limitCount) return std::nullopt;
    rows = stated_rows(values);
    alias = subselect->alias;
  } else if (const auto* function = as<RangeFunction>(from)) {
    const auto calls = nodes_of(function->functions);
    const auto call = calls.size() == 1 ? nodes_of(reinterpret_cast<const List*>(calls.front())) : nodes_of(nullptr);
    const auto values = call.empty() || function->ordinality ? std::nullopt : values_given_by(as<FuncCall>(call.front()));
    if (!values) return std::nullopt;
    for (const Value& value : *values) rows.push_back({{"", value}});
    alias = function->alias;
  }
  const auto* function = as<RangeFunction>(from);
  if (!alias && !function) return std::nullopt;
  const std::string_view called = alias ? std::string_view(alias->aliasname) : name_of_function(function);
  std::vector<CatalogRow> all;
  const auto names = nodes_of(alias ? alias->colnames : nullptr);
  constexpr std::array<std::string_view, 4> own = {"column1", "column2", "column3", "column4"};
  for (const ResultRow& row : rows) {
    CatalogRow& stated = all.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string_view unnamed = function ? called : i < own.size() ? own[i] : std::string_view();
      stated.columns.emplace_back(i < names.size() ? text_of(names[i]) : unnamed, row[i].second);
    }
  }
  return Source(called, std::make_shared<const CatalogRows>(std::move(all)));
}

/// `(SELECT …) AS x`, whose columns have names of their own.
std::optional<Evaluator::Source> Evaluator::selected_source(const RangeSubselect* subselect) {
  const auto* select = as<SelectStmt>(subselect->subquery);
  std::vector<std::string_view> names;
  for (const Node* node : nodes_of(select->targetList)) {
    const auto* target = as<ResTarget>(node);
    const auto* reference = as<::ColumnRef>(target->val);
    const Node* last = reference ? nodes_of(reference->fields).back() : nullptr;
    if (!target->name && (!last || as<A_Star>(last))) return std::nullopt;
    names.push_back(target->name ? std::string_view(target->name) : text_of(last));
  }
  const auto found = subselect->alias && !subselect->lateral && !subselect->alias->colnames ? rows(select) : std::nullopt;
  if (!found) return std::nullopt;
  std::vector<CatalogRow> all;
  for (const auto* part : {&found->rows, &found->in_doubt})
    for (const ResultRow& row : *part) {
      CatalogRow& selected = all.emplace_back();
      selected.may_be_absent = part == &found->in_doubt;
      for (std::size_t i = 0; i < names.size() && i < row.size(); ++i) selected.columns.emplace_back(names[i], row[i].second);
    }
  return Source(subselect->alias->aliasname, std::make_shared<const CatalogRows>(std::move(all)));
}

}  // namespace pgplumb
