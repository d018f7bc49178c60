// XMLTABLE in FROM (transformRangeTableFunc in parser/parse_clause.c).
#include <pgplumb/sql/identifier.h>

#include "kinds/query/reader.h"
#include "sql/canonical/type_of.h"
#include "sql/expression_forms.h"
#include "sql/read_type.h"

namespace pgplumb {

using Kind = Expression::Kind;
using Args = std::vector<Expression>;

/// Without a PATH, the column's name is its path.
Expression QueryReader::read_xml_column(const RangeTableFuncCol* column, const Scope& scope, ScopeItem& item) {
  const std::string name(view_of(column->colname));
  const DataType type = column->for_ordinality ? builtin_data_type("int4") : read_type(column->typeName, session_.names());
  item.columns.push_back({name, nullptr, type});
  if (column->for_ordinality) return make(Kind::other, "ordinality");
  Args parts{make(Kind::other, "regtype")};
  parts.front().type = type;
  if (column->colexpr) parts.push_back(make(Kind::other, "path", read_in(scope, column->colexpr)));
  if (column->coldefexpr) parts.push_back(make(Kind::other, "default value", read_in(scope, column->coldefexpr)));
  if (column->is_not_null) parts.push_back(make(Kind::other, "not null"));
  return make(Kind::other, "column " + quote_where_needed(name), std::move(parts));
}

Expression QueryReader::read_xml_table(const RangeTableFunc* table, Scope& scope) {
  ScopeItem item{std::string(alias_of(table->alias, "xmltable")), next_place(scope)};
  Args parts{read_in(scope, table->rowexpr), read_in(scope, table->docexpr)};
  for (const Node* node : nodes_of(table->namespaces)) {
    const auto* space = as<ResTarget>(node);
    const std::string words = space->name ? "as " + quote_where_needed(view_of(space->name)) : std::string("default value");
    parts.push_back(make(Kind::other, words, read_in(scope, space->val)));
  }
  item.is_record = true;
  for (const Node* node : nodes_of(table->columns)) parts.push_back(read_xml_column(as<RangeTableFuncCol>(node), scope, item));
  rename_columns(item, table->alias);
  // The server prints the query with the new names and the columns with the old ones (get_from_clause_item).
  const bool is_renamed = table->alias && list_length(table->alias->colnames) > 0;
  for (ScopeColumn& column : item.columns)
    if (is_renamed) column.stands_for = make(Kind::opaque, "column " + column.name);
  scope.items.push_back(std::move(item));
  return make(Kind::other, "xmltable", std::move(parts));
}

}  // namespace pgplumb
