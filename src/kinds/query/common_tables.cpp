// WITH: common tables, and what SEARCH and CYCLE add to them (transformWithCTE in parser/parse_cte.c,
// rewrite/rewriteSearchCycle.c).
#include <algorithm>

#include "kinds/query/reader.h"
#include "sql/canonical/type_of.h"
#include "sql/expression_forms.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;
using Args = std::vector<Expression>;

/// By their numbers: what they are called counts for nothing.
Args columns_listed(const List* names, const std::vector<QueryColumn>& columns) {
  Args listed;
  for (std::string_view name : texts_of(names)) {
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const QueryColumn& column) { return column.name == name; });
    listed.push_back(found == columns.end() ? make(Kind::opaque, std::string(name))
                                            : make(Kind::column, "#" + std::to_string(found - columns.begin() + 1)));
  }
  return listed;
}

DataType rows_type(bool is_array) { return {builtin_type("record"), {}, is_array}; }

const char* materialized_words(CTEMaterialize materialize) {
  return materialize == CTEMaterializeAlways  ? "materialized"
         : materialize == CTEMaterializeNever ? "not materialized"
                                              : "common table";
}

}  // namespace

const QueryReader::CommonTable* QueryReader::find_common_table(std::string_view schema, std::string_view name) const {
  if (!schema.empty()) return nullptr;
  const auto found =
      std::find_if(common_tables_.rbegin(), common_tables_.rend(), [&](const CommonTable& table) { return table.name == name; });
  return found == common_tables_.rend() ? nullptr : &*found;
}

Args QueryReader::read_with(const WithClause* with, const Scope* outer) {
  Args trees;
  for (const Node* node : nodes_of(with->ctes)) {
    const auto* table = as<CommonTableExpr>(node);
    const auto* select = as<SelectStmt>(table->ctequery);
    const bool is_recursive = with->recursive && select && select->op != SETOP_NONE;
    // What it refers to as itself has the columns of its first part.
    if (is_recursive) enter_common_table(table, read(reinterpret_cast<const Node*>(select->larg), outer));
    Query query = read(table->ctequery, outer);
    if (is_recursive) common_tables_.pop_back();
    CommonTable& made = enter_common_table(table, query);
    Args parts{std::move(query.tree)};
    if (table->search_clause) parts.push_back(read_search(table->search_clause, made));
    if (table->cycle_clause) parts.push_back(read_cycle(table->cycle_clause, Scope{outer}, made));
    trees.push_back(make(Kind::other, materialized_words(table->ctematerialized), std::move(parts)));
  }
  return trees;
}

QueryReader::CommonTable& QueryReader::enter_common_table(const CommonTableExpr* table, const Query& query) {
  CommonTable& made =
      common_tables_.emplace_back(CommonTable{std::string(view_of(table->ctename)), query.columns, query.columns_known, depth_});
  const auto names = texts_of(table->aliascolnames);
  for (std::size_t i = 0; i < names.size() && i < made.columns.size(); ++i) made.columns[i].name = names[i];
  return made;
}

/// Adds the column by which the rows are in that order.
Expression QueryReader::read_search(const CTESearchClause* search, CommonTable& table) const {
  Args columns = columns_listed(search->search_col_list, table.columns);
  table.columns.push_back({search->search_seq_column, rows_type(!search->search_breadth_first)});
  ++table.added;
  return make(Kind::other, search->search_breadth_first ? "search breadth first by" : "search depth first by",
              std::move(columns));
}

/// Adds whether a row closes a cycle, and the way to it.
Expression QueryReader::read_cycle(const CTECycleClause* cycle, const Scope& scope, CommonTable& table) {
  Args parts = columns_listed(cycle->cycle_col_list, table.columns);
  Expression value = read_in(scope, cycle->cycle_mark_value), otherwise = read_in(scope, cycle->cycle_mark_default);
  table.columns.push_back({cycle->cycle_mark_column, type_of_output(value)});
  table.columns.push_back({cycle->cycle_path_column, rows_type(true)});
  table.added += 2;
  parts.push_back(make(Kind::other, "marked", {std::move(value), std::move(otherwise)}));
  return make(Kind::other, "cycle", std::move(parts));
}

}  // namespace pgplumb
