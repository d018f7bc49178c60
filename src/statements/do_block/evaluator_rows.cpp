// What a query gives: its rows, in their order, once each, or one row of what is counted or joined together.
#include <algorithm>
#include <array>

#include "kinds/default_names.h"
#include "statements/do_block/evaluator.h"
#include "statements/do_block/text_functions.h"

namespace pgplumb {

namespace {

constexpr std::array aggregates = {"count",    "string_agg", "array_agg",      "max",     "min",
                                   "sum",      "avg",        "every",          "bool_or", "bool_and",
                                   "json_agg", "jsonb_agg",  "json_object_agg"};

const FuncCall* aggregate_of(const Node* target) {
  const auto* call = as<FuncCall>(as<ResTarget>(target)->val);
  if (!call) return nullptr;
  const std::string_view name = qualified_name(call->funcname).name;
  return std::find(aggregates.begin(), aggregates.end(), name) == aggregates.end() ? nullptr : call;
}

/// DISTINCT, or GROUP BY with as many columns as are selected, which gives each row once as well.
bool gives_each_once(const SelectStmt* select) {
  return select->distinctClause || nodes_of(select->groupClause).size() == nodes_of(select->targetList).size();
}

bool is_same_row(const ResultRow& a, const ResultRow& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& one, const auto& other) {
    return one.second.is_known() && other.second.is_known() && one.second.text == other.second.text;
  });
}

std::vector<ResultRow> each_once(const std::vector<ResultRow>& rows) {
  std::vector<ResultRow> distinct;
  for (const ResultRow& row : rows)
    if (std::none_of(distinct.begin(), distinct.end(), [&](const ResultRow& other) { return is_same_row(row, other); }))
      distinct.push_back(row);
  return distinct;
}

/// Names are sorted by their bytes, whatever the database's collation; numbers as such.
bool stands_before(const Value& a, const Value& b) {
  if (is_number(a.text) && is_number(b.text)) return std::stoll(a.text) < std::stoll(b.text);
  return a.text < b.text;
}

/// By each row's value of one column, where all are known.
bool sort_by(std::size_t column, bool descending, std::vector<ResultRow>& rows) {
  const auto is_known = [&](const ResultRow& row) { return column < row.size() && row[column].second.is_known(); };
  if (!std::all_of(rows.begin(), rows.end(), is_known)) return false;
  std::stable_sort(rows.begin(), rows.end(), [&](const ResultRow& a, const ResultRow& b) {
    const Value &one = a[column].second, &other = b[column].second;
    return descending ? stands_before(other, one) : stands_before(one, other);
  });
  return true;
}

/// Which selected column the rows are sorted by: its number, or its name.
std::optional<std::size_t> sorted_column(const Node* by, const ResultRow& row) {
  if (const auto* number = as<A_Const>(by)) {
    const auto place = integer_of(&number->val.node);
    return place && *place > 0 ? std::optional(static_cast<std::size_t>(*place - 1)) : std::nullopt;
  }
  const auto* reference = as<::ColumnRef>(by);
  const std::string_view name = reference ? text_of(nodes_of(reference->fields).back()) : std::string_view();
  const auto found = std::find_if(row.begin(), row.end(), [&](const auto& column) { return column.first == name; });
  return found == row.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - row.begin()));
}

/// Whether the order is known in which the query gives its rows, which have it then.
bool sort_rows(const SelectStmt* select, std::vector<ResultRow>& rows) {
  const auto clauses = nodes_of(select->sortClause);
  if (rows.size() < 2) return true;
  for (std::size_t i = clauses.size(); i-- > 0;) {
    const auto* by = as<SortBy>(clauses[i]);
    const auto column = sorted_column(by->node, rows.front());
    if (!column || !sort_by(*column, by->sortby_dir == SORTBY_DESC, rows)) return false;
  }
  return !clauses.empty();
}

}  // namespace

/// VALUES (…), (…)
std::vector<ResultRow> Evaluator::stated_rows(const SelectStmt* values) {
  std::vector<ResultRow> rows;
  for (const Node* list : nodes_of(values->valuesLists)) {
    ResultRow& row = rows.emplace_back();
    for (const Node* value : nodes_of(reinterpret_cast<const List*>(list)))
      row.emplace_back("column" + std::to_string(row.size() + 1), evaluate(value));
  }
  return rows;
}

/// `(VALUES …) AS x(a, b)`, unnest(array) AS x; nothing for anything else.
std::optional<Evaluator::Source> Evaluator::stated_source(const Node* from) {
  std::vector<ResultRow> rows;
  const Alias* alias = nullptr;
  if (const auto* subselect = as<RangeSubselect>(from)) {
    const auto* values = as<SelectStmt>(subselect->subquery);
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
  if (!alias) return std::nullopt;
  Source source{alias->aliasname, {}};
  const auto names = nodes_of(alias->colnames);
  constexpr std::array<std::string_view, 4> own = {"column1", "column2", "column3", "column4"};
  for (const ResultRow& row : rows) {
    CatalogRow& stated = source.rows.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string_view unnamed = as<RangeFunction>(from) ? source.alias : i < own.size() ? own[i] : std::string_view();
      stated.columns.emplace_back(i < names.size() ? text_of(names[i]) : unnamed, row[i].second);
    }
  }
  return source;
}

/// What the rows of unnest(array) and generate_series(1, 3) are.
std::optional<std::vector<Value>> Evaluator::values_given_by(const FuncCall* call) {
  const auto args = call ? nodes_of(call->args) : nodes_of(nullptr);
  const std::string_view name = call ? qualified_name(call->funcname).name : std::string_view();
  if (name == "unnest" && args.size() == 1) return elements(args.front());
  if (name == "generate_series" && args.size() == 2) return numbers_between(evaluate(args[0]), evaluate(args[1]));
  return std::nullopt;
}

/// `SELECT unnest(ARRAY[…])`; nothing for any other query.
std::optional<std::vector<ResultRow>> Evaluator::unnested(const SelectStmt* select) {
  const auto targets = nodes_of(select->targetList);
  const auto* target = targets.size() == 1 && !select->fromClause ? as<ResTarget>(targets.front()) : nullptr;
  const auto* call = target ? as<FuncCall>(target->val) : nullptr;
  const auto values = select->whereClause ? std::nullopt : values_given_by(call);
  if (!values) return std::nullopt;
  const std::string name(target->name ? target->name : qualified_name(call->funcname).name);
  std::vector<ResultRow> rows;
  for (const Value& value : *values) rows.push_back({{name, value}});
  return rows;
}

/// What is selected of the rows that are bound now.
ResultRow Evaluator::selected(const SelectStmt* select, std::size_t depth) {
  ResultRow row;
  for (const Node* node : nodes_of(select->targetList)) {
    const auto* target = as<ResTarget>(node);
    const auto* reference = as<::ColumnRef>(target->val);
    const bool is_star = reference && as<A_Star>(nodes_of(reference->fields).back());
    if (!is_star)
      row.emplace_back(target->name ? target->name : std::string(figure_column_name(target->val)), evaluate(target->val));
    for (std::size_t i = depth; is_star && i < bindings_.size(); ++i)
      if (bindings_[i].row)
        for (const auto& [name, value] : bindings_[i].row->columns) row.emplace_back(std::string(name), value);
  }
  return row;
}

/// One value of all rows; nothing where it cannot be told.
std::optional<Value> Evaluator::aggregated(const SelectStmt* select, const FuncCall* call) {
  const std::string_view name = qualified_name(call->funcname).name;
  const auto args = nodes_of(call->args);
  const bool joins = name == "string_agg" && args.size() == 2, lists = name == "array_agg" && args.size() == 1;
  const bool is_counted = name == "count", is_ordered = call->agg_order;
  if ((!joins && !lists && !is_counted) || call->agg_distinct || call->agg_filter || call->over || (lists && is_ordered))
    return std::nullopt;
  std::size_t count = 0;
  Value text = Value::null();
  std::vector<Value> listed;
  bool is_known = true;
  const bool is_readable = for_each_row(select, [&](bool sure) {
    ++count;
    const Value value = is_counted ? Value::null() : evaluate(args[0]);
    is_known &= sure && (is_counted || value.is_known());
    if (joins) text = text.is_null() ? value : join(join(text, evaluate(args[1])), value);
    if (lists) listed.push_back(value);
  });
  if (!is_readable || !is_known) return std::nullopt;
  if (lists) return listed.empty() ? Value::null() : array_literal(listed);
  return joins ? text : Value::of(std::to_string(count));
}

std::optional<QueryResult> Evaluator::rows(const SelectStmt* select) {
  if (select->valuesLists && !select->sortClause && !select->limitCount) return QueryResult{stated_rows(select)};
  const auto targets = nodes_of(select->targetList);
  const bool is_simple = select->op == SETOP_NONE && (!select->groupClause || gives_each_once(select)) && !select->withClause &&
                         !select->valuesLists && !select->limitOffset && !select->havingClause;
  if (!is_simple || targets.empty()) return std::nullopt;
  if (auto elements = unnested(select)) return QueryResult{*std::move(elements)};
  if (const FuncCall* call = aggregate_of(targets.front())) {
    const auto value = targets.size() > 1 || select->groupClause ? std::nullopt : aggregated(select, call);
    return value ? std::optional(QueryResult{{{{"count", *value}}}}) : std::nullopt;
  }
  if (std::any_of(targets.begin(), targets.end(), aggregate_of)) return std::nullopt;
  QueryResult result;
  const std::size_t depth = bindings_.size();
  if (!for_each_row(select, [&](bool sure) { (sure ? result.rows : result.in_doubt).push_back(selected(select, depth)); }))
    return std::nullopt;
  if (gives_each_once(select)) result = {each_once(result.rows), each_once(result.in_doubt)};
  const bool is_sorted = sort_rows(select, result.rows);
  if (!select->limitCount) return result;
  const Value most = evaluate(select->limitCount);
  if (!most.is_known() || !is_number(most.text)) return std::nullopt;
  const std::size_t limit = std::stoull(most.text);
  if (result.rows.size() + result.in_doubt.size() <= limit) return result;
  if (!is_sorted || !result.in_doubt.empty()) return std::nullopt;
  result.rows.resize(limit);
  return result;
}

}  // namespace pgplumb
