// By what a query sorts and groups: outputs that are named or numbered, and what the server makes of the lists
// (transformSortClause, transformGroupClause and transformDistinctOnClause in parser/parse_clause.c).
#include <algorithm>

#include "kinds/query/reader.h"
#include "sql/expression_forms.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;
using Args = std::vector<Expression>;

const Args& outputs_of(const Query& query) {
  static const Args none;
  return query.tree.kind == Kind::other && query.tree.text == "select" ? query.tree.args.front().args : none;
}

/// The number of the output that a bare number, or a bare name, stands for in ORDER BY and GROUP BY; -1 for neither.
int output_number(const Node* node, const Query& query, bool by_name) {
  const int count = static_cast<int>(query.columns.size());
  if (const auto number = as<A_Const>(node) ? integer_of(node) : std::nullopt; number && *number >= 1 && *number <= count)
    return *number - 1;
  const auto* reference = as<::ColumnRef>(node);
  if (!by_name || !reference || list_length(reference->fields) != 1) return -1;
  for (int i = 0; i < count; ++i)
    if (query.columns[static_cast<std::size_t>(i)].name == text_of(nodes_of(reference->fields).front())) return i;
  return -1;
}

std::size_t size_of(const Expression& tree) {
  std::size_t size = 1;
  for (const Expression& argument : tree.args) size += size_of(argument);
  return size;
}

/// Queries within one another that sort by what they hold double with each: beyond this, nothing is copied.
constexpr std::size_t largest_copy = 10000;

Expression output_named(int number, const Query& query) {
  const auto i = static_cast<std::size_t>(number);
  const Args& outputs = outputs_of(query);
  const std::string words = "output " + std::to_string(number + 1);
  if (i >= outputs.size()) return make(Kind::other, words);
  return size_of(outputs[i]) > largest_copy ? make(Kind::opaque, words) : outputs[i];
}

/// `GROUP BY (a, b)` is GROUP BY a, b; that of ROW(a, b) is not.
const List* implicit_row(const Node* group) {
  const auto* row = as<::RowExpr>(group);
  return row && row->row_format == COERCE_IMPLICIT_CAST ? row->args : nullptr;
}

const GroupingSet* set_of_kind(const Node* group, GroupingSetKind kind) {
  const auto* set = as<GroupingSet>(group);
  return set && set->kind == kind ? set : nullptr;
}

}  // namespace

/// `()` beside other groups is none.
Args QueryReader::read_groups(const List* list, const Scope& scope, const Query& query) {
  Args groups;
  append_groups(list, scope, query, groups);
  const auto is_empty = [](const Expression& group) { return group.text == "empty set"; };
  if (!std::all_of(groups.begin(), groups.end(), is_empty)) std::erase_if(groups, is_empty);
  return without_repeated(std::move(groups));
}

void QueryReader::append_groups(const List* list, const Scope& scope, const Query& query, Args& groups) {
  for (const Node* group : nodes_of(list)) {
    if (const List* row = implicit_row(group))
      append_groups(row, scope, query, groups);
    else
      groups.push_back(read_group(group, scope, query));
  }
}

/// GROUPING SETS within others are some of these; `(a, a)` is `a`.
void QueryReader::append_sets(const List* sets, const Scope& scope, const Query& query, Args& all) {
  for (const Node* group : nodes_of(sets)) {
    if (const GroupingSet* nested = set_of_kind(group, GROUPING_SET_SETS))
      append_sets(nested->content, scope, query, all);
    else if (const List* row = implicit_row(group)) {
      Args members;
      append_groups(row, scope, query, members);
      members = without_repeated(std::move(members));
      all.push_back(members.size() == 1 ? std::move(members.front()) : make(Kind::row, {}, std::move(members)));
    } else
      all.push_back(read_group(group, scope, query));
  }
}

Expression QueryReader::read_group(const Node* group, const Scope& scope, const Query& query) {
  constexpr const char* set_words[] = {"empty set", "simple set", "rollup", "cube", "grouping sets"};
  if (const auto* set = as<GroupingSet>(group)) {
    Args sets;
    append_sets(set->content, scope, query, sets);
    return make(Kind::other, set_words[set->kind], std::move(sets));
  }
  // An input column comes before an output's name. One that is not known to be there is the output, as names of outputs mostly
  // are.
  const auto* reference = as<::ColumnRef>(group);
  const bool is_input =
      reference && list_length(reference->fields) == 1 && scope.find_listed(text_of(nodes_of(reference->fields).front()));
  const int number = output_number(group, query, !is_input);
  return number < 0 ? read_in(scope, group) : output_named(number, query);
}

Args QueryReader::read_sorts(const List* list, const Scope& scope, const Query& query) {
  Args sorts;
  for (const Node* node : nodes_of(list)) {
    const int number = output_number(as<SortBy>(node)->node, query, true);
    sorts.push_back(read_in(scope, node));
    if (number >= 0) sorts.back().args.front() = output_named(number, query);
  }
  return without_repeated(std::move(sorts));
}

/// Nothing for a plain DISTINCT; of DISTINCT ON the expressions, first those of ORDER BY in its order.
Args QueryReader::read_distinct(const SelectStmt* select, const Scope& scope, const Query& query) {
  Args on;
  for (const Node* node : nodes_of(select->distinctClause)) {
    if (!node) return on;
    const int number = output_number(node, query, true);
    on.push_back(number < 0 ? read_in(scope, node) : output_named(number, query));
  }
  on = without_repeated(std::move(on));
  auto next = on.begin();
  for (const Expression& sort : read_sorts(select->sortClause, scope, query))
    if (const auto sorted = std::find(next, on.end(), sorted_value(sort)); sorted != on.end())
      std::rotate(next, sorted, sorted + 1), ++next;
  return on;
}

}  // namespace pgplumb
