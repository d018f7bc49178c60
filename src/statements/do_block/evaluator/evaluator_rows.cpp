// What a query gives: its rows, in their order, once each, or one row of what is counted or joined together.
#include <algorithm>
#include <array>

#include "kinds/default_names.h"
#include "sql/canonical/resolution/signatures.h"
#include "statements/do_block/evaluator/evaluator.h"
#include "statements/do_block/evaluator/moments.h"
#include "statements/do_block/evaluator/text_functions.h"
#include "statements/do_block/function_value.h"

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

/// With what it is sorted by.
struct SelectedRow {
  ResultRow row;
  std::vector<Value> keys;
};

bool is_same_row(const ResultRow& a, const ResultRow& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& one, const auto& other) {
    return one.second.is_known() && other.second.is_known() && one.second.text == other.second.text;
  });
}

std::vector<SelectedRow> each_once(const std::vector<SelectedRow>& rows) {
  std::vector<SelectedRow> distinct;
  for (const SelectedRow& row : rows)
    if (std::none_of(distinct.begin(), distinct.end(), [&](const SelectedRow& other) { return is_same_row(row.row, other.row); }))
      distinct.push_back(row);
  return distinct;
}

/// Names are sorted by their bytes, whatever the database's collation; numbers as such.
bool stands_before(const Value& a, const Value& b) {
  if (a.place > 0 && b.place > 0) return a.place < b.place;
  if (is_number(a.text) && is_number(b.text)) return std::stoll(a.text) < std::stoll(b.text);
  return a.text < b.text;
}

bool are_comparable(const std::vector<SelectedRow>& rows, std::size_t key) {
  return std::all_of(rows.begin(), rows.end(), [&](const SelectedRow& row) { return row.keys[key].is_known(); }) ||
         std::all_of(rows.begin(), rows.end(), [&](const SelectedRow& row) { return row.keys[key].place > 0; });
}

/// Whether the order is known in which the query gives its rows, which have it then.
bool sort_rows(const SelectStmt* select, std::vector<SelectedRow>& rows) {
  const auto clauses = nodes_of(select->sortClause);
  if (rows.size() < 2) return true;
  for (std::size_t i = clauses.size(); i-- > 0;) {
    if (!are_comparable(rows, i)) return false;
    const bool descending = as<SortBy>(clauses[i])->sortby_dir == SORTBY_DESC;
    std::stable_sort(rows.begin(), rows.end(), [&](const SelectedRow& a, const SelectedRow& b) {
      return descending ? stands_before(b.keys[i], a.keys[i]) : stands_before(a.keys[i], b.keys[i]);
    });
  }
  return !clauses.empty();
}

std::vector<ResultRow> without_keys(std::vector<SelectedRow> rows) {
  std::vector<ResultRow> plain;
  for (SelectedRow& row : rows) plain.push_back(std::move(row.row));
  return plain;
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

/// UNION ALL
std::optional<QueryResult> Evaluator::united(const SelectStmt* select) {
  if (select->op != SETOP_UNION || !select->all || select->sortClause || select->limitCount || select->withClause)
    return std::nullopt;
  auto left = rows(select->larg), right = rows(select->rarg);
  if (!left || !right) return std::nullopt;
  const ResultRow names = left->rows.empty() ? ResultRow() : left->rows.front();
  for (auto* part : {&right->rows, &right->in_doubt})
    for (ResultRow& row : *part)
      for (std::size_t i = 0; i < row.size() && i < names.size(); ++i) row[i].first = names[i].first;
  left->rows.insert(left->rows.end(), right->rows.begin(), right->rows.end());
  left->in_doubt.insert(left->in_doubt.end(), right->in_doubt.begin(), right->in_doubt.end());
  return left;
}

/// What the rows of unnest(array) and generate_series(1, 3) are.
std::optional<std::vector<Value>> Evaluator::values_given_by(const FuncCall* call) {
  const auto args = call ? nodes_of(call->args) : nodes_of(nullptr);
  const std::string_view name = call ? qualified_name(call->funcname).name : std::string_view();
  if (name == "unnest" && args.size() == 1) return elements(args.front());
  if (name == "generate_series" && args.size() == 3)
    return moments_between(evaluate(args[0]), evaluate(args[1]), evaluate(args[2]));
  if (name == "regexp_split_to_table" && args.size() == 2) return parts_between(args[0], args[1], true);
  if (name == "string_to_table" && args.size() == 2) return parts_between(args[0], args[1], false);
  if (name == "generate_series" && args.size() == 2) return numbers_between(evaluate(args[0]), evaluate(args[1]));
  const bool may_be_own = call && functions_named(name).empty();
  return may_be_own ? rows_of_function(session_, call, values_of(args)) : std::nullopt;
}

/// `SELECT unnest(ARRAY[…])`; nothing for any other query.
std::optional<std::vector<ResultRow>> Evaluator::unnested(const SelectStmt* select) {
  const auto targets = nodes_of(select->targetList);
  const auto* target = targets.size() == 1 && !select->fromClause ? as<ResTarget>(targets.front()) : nullptr;
  const auto* cast = target ? as<TypeCast>(target->val) : nullptr;
  const auto* call = target ? as<FuncCall>(cast ? cast->arg : target->val) : nullptr;
  const auto values = select->whereClause ? std::nullopt : values_given_by(call);
  if (!values) return std::nullopt;
  const std::string name(target->name ? target->name : qualified_name(call->funcname).name);
  std::vector<ResultRow> rows;
  for (const Value& value : *values) rows.push_back({{name, cast ? converted(cast, value) : value}});
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

ResultRow Evaluator::any_row(const SelectStmt* select) {
  const bool has_one_list = select->op == SETOP_NONE && !select->valuesLists;
  return has_one_list ? selected(select, bindings_.size()) : ResultRow();
}

/// What ORDER BY says of the rows that are bound now: a selected column by its number or its name, or any other expression.
std::vector<Value> Evaluator::sort_keys(const SelectStmt* select, const ResultRow& row) {
  std::vector<Value> keys;
  for (const Node* clause : nodes_of(select->sortClause)) {
    const Node* by = as<SortBy>(clause)->node;
    const auto* constant = as<A_Const>(by);
    const int number = constant ? integer_of(&constant->val.node).value_or(0) : 0;
    const auto* reference = as<::ColumnRef>(by);
    const auto fields = reference ? nodes_of(reference->fields) : nodes_of(nullptr);
    const auto named = std::find_if(row.begin(), row.end(),
                                    [&](const auto& column) { return fields.size() == 1 && column.first == text_of(fields[0]); });
    if (constant)
      keys.push_back(number > 0 && std::cmp_less_equal(number, row.size()) ? row[std::size_t(number) - 1].second : Value());
    else
      keys.push_back(named != row.end() ? named->second : evaluate(by));
  }
  return keys;
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
    return is_known;
  });
  if (!is_readable || !is_known) return std::nullopt;
  if (lists) return listed.empty() ? Value::null() : array_literal(listed);
  return joins ? text : Value::of(std::to_string(count));
}

std::optional<QueryResult> Evaluator::rows(const SelectStmt* select) {
  // A row of which little is known may be joined to all others.
  constexpr std::size_t most_in_doubt = 5000;
  if (select->valuesLists && !select->sortClause && !select->limitCount) return QueryResult{stated_rows(select)};
  if (select->op != SETOP_NONE) return united(select);
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
  std::vector<SelectedRow> found, in_doubt;
  const std::size_t depth = bindings_.size();
  const bool is_readable = for_each_row(select, [&](bool sure) {
    ResultRow row = selected(select, depth);
    std::vector<Value> keys = sort_keys(select, row);
    (sure ? found : in_doubt).push_back({std::move(row), std::move(keys)});
    return in_doubt.size() <= most_in_doubt;
  });
  if (!is_readable || in_doubt.size() > most_in_doubt) return std::nullopt;
  if (gives_each_once(select)) found = each_once(found), in_doubt = each_once(in_doubt);
  const bool is_sorted = sort_rows(select, found);
  QueryResult result{without_keys(std::move(found)), without_keys(std::move(in_doubt))};
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
