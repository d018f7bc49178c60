// Functions in FROM, and the columns that they give.
#include <pgplumb/kinds/enum.h>

#include <algorithm>

#include "catalog/routines.h"
#include "kinds/ddl.h"
#include "kinds/default_names.h"
#include "kinds/query/reader.h"
#include "kinds/routine/result.h"
#include "sql/builtin_types.h"
#include "sql/canonical/type_of.h"
#include "sql/expression_forms.h"
#include "sql/read_type.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;
using Columns = std::vector<ScopeColumn>;

/// The names tell what of a JSON object stands in which column, too.
Expression column_definition(const ScopeColumn& column) {
  Expression named = make(Kind::other, "regtype");
  named.type = *column.type;
  return make(Kind::other, "column " + column.name, std::move(named));
}

/// What hstore's each() gives, whichever schema it is in.
Columns columns_of_each() { return {{"key", nullptr, builtin_data_type("text")}, {"value", nullptr, builtin_data_type("text")}}; }

/// Whether a function that gives it gives one column, and no row.
bool is_no_row(const Draft& draft, const DataType& type) {
  if (type.is_array || draft.object<Enum>(type.name)) return true;
  return builtin(type.name) && !is_type(type, "record") && !type.name->text.starts_with("any");
}

/// `unnest(a, b)` is ROWS FROM (unnest(a), unnest(b)), and the server prints either so (transformRangeFunction in
/// parser/parse_clause.c).
void append_call(const Expression& call, std::vector<Expression>& calls) {
  if (call.kind != Kind::call || call.text != "unnest") return calls.push_back(call);
  for (const Expression& array : call.args) {
    calls.push_back(call);
    calls.back().args = {array};
  }
}

}  // namespace

/// The columns of a function that a source makes: its output parameters, or those of the row that it returns. Of several that may
/// be meant, no types are known.
std::vector<ScopeColumn> QueryReader::columns_of_routine(const FuncCall* call) const {
  const auto found = routines_in_path(session_, call, takes);
  if (found.empty()) return {};
  const auto& routine = *session_.draft().object<Routine>(found.back());
  Columns columns;
  for (const RoutineParameter& parameter : routine.parameters)
    if (is_output(parameter)) columns.push_back({parameter.name.str(), nullptr, parameter.type});
  if (columns.empty() && routine.returns.type)
    for (const RowColumn& column : columns_of_row(session_.draft(), *routine.returns.type))
      columns.push_back({column.name, nullptr, column.type});
  if (found.size() > 1)
    for (ScopeColumn& column : columns) column.type.reset();
  return columns;
}

/// `unnest(a, b)` gives the columns of each array; empty where those of one are not known.
std::vector<ScopeColumn> QueryReader::columns_of_unnest(const Expression& call) const {
  Columns columns;
  for (const Expression& array : call.args) {
    Expression one = call;
    one.args = {array};
    const Columns members = columns_of_value(one);
    if (members.empty()) return {};
    columns.insert(columns.end(), members.begin(), members.end());
  }
  return columns;
}

/// By its type: of a row its parts, else the value.
std::vector<ScopeColumn> QueryReader::columns_of_value(const Expression& value) const {
  const auto type = type_of_output(value);
  if (!type) return {};
  if (is_no_row(session_.draft(), *type)) return {{{}, nullptr, type}};
  Columns columns;
  for (const RowColumn& part : columns_of_row(session_.draft(), *type)) columns.push_back({part.name, nullptr, part.type});
  return columns;
}

/// Empty where it is not known how many they are. A value by itself has no name yet.
std::vector<ScopeColumn> QueryReader::columns_of_call(const FuncCall* call, const Expression& read) const {
  if (!call) return columns_of_value(read);  // CURRENT_DATE, COALESCE
  const auto [schema, name] = qualified_name(call->funcname);
  const bool may_be_builtin = schema.empty() || schema == "pg_catalog";
  if (may_be_builtin && name == "unnest" && read.args.size() > 1) return columns_of_unnest(read);
  Columns columns = may_be_builtin ? system_columns(columns_of_system_function(name)) : Columns();
  if (columns.empty()) columns = columns_of_routine(call);
  if (columns.empty() && may_be_builtin && name == "each") return columns_of_each();
  return columns.empty() ? columns_of_value(read) : columns;
}

/// `WITH ORDINALITY` and what the alias says. Where nothing tells how many columns there are, those that it names are all: the
/// server's spelling always has them.
void QueryReader::name_columns(ScopeItem& item, const RangeFunction* function, const Expression& call) const {
  const auto names = texts_of(function->alias ? function->alias->colnames : nullptr);
  if (item.varies_by_version() && lists_own_columns(names, item)) return;
  const bool has_all =
      item.varies_by_version() || (item.known && names.size() <= item.columns.size() + (function->ordinality ? 1 : 0));
  if (!has_all) {
    item.columns.clear();
    for (std::string_view name : names) item.columns.push_back({std::string(name), nullptr, {}});
    item.known = !names.empty();
    if (!item.known) item.columns.push_back({item.alias, nullptr, type_of_output(call)});
  }
  if (function->ordinality && (has_all || names.empty()))
    item.columns.push_back({"ordinality", nullptr, builtin_data_type("int8")});
  rename_columns(item, function->alias);
}

Expression QueryReader::read_function(const RangeFunction* function, Scope& scope) {
  ScopeItem item;
  item.place = next_place(scope);
  Args calls;
  Expression first;
  std::string_view first_name;
  bool is_defined = false;
  for (const Node* pair : nodes_of(function->functions)) {
    const NodeRange parts = nodes_of(as<List>(pair));
    if (first_name.empty()) first_name = figure_column_name(parts.front());
    Expression read = read_in(scope, parts.front());
    if (calls.empty()) first = read;
    append_call(read, calls);
    const auto* call = as<FuncCall>(parts.front());
    const List* own = parts.size() > 1 ? as<List>(parts.back()) : nullptr;
    const List* definitions = own ? own : function->coldeflist;
    is_defined |= definitions != nullptr;
    Columns columns = definitions ? Columns() : columns_of_call(call, read);
    for (const Node* node : nodes_of(definitions)) {
      const auto* definition = as<ColumnDef>(node);
      columns.push_back({std::string(view_of(definition->colname)), nullptr, read_type(definition->typeName, session_.names())});
      calls.push_back(column_definition(columns.back()));
      if (const ObjectRef collation =
              definition->collClause ? find_collation(session_, definition->collClause->collname) : ObjectRef{}) {
        calls.back().args.push_back(make(Kind::other, "collate " + collation.symbol->text));
        calls.back().args.back().routine = collation.symbol;
      }
    }
    const auto in_all_versions = [](const ScopeColumn& column) { return column.in_all_versions; };
    item.known = item.known && !columns.empty() && std::all_of(columns.begin(), columns.end(), in_all_versions);
    item.columns.insert(item.columns.end(), columns.begin(), columns.end());
  }
  // Of several functions, two may have columns of one name.
  if (list_length(function->functions) > 1)
    for (ScopeColumn& column : item.columns) column.own_name.clear();
  item.alias = alias_of(function->alias, first_name);
  // A value by itself goes by the alias.
  if (item.columns.size() == 1 && item.columns.front().name.empty()) item.columns.front().name = item.alias;
  name_columns(item, function, first);
  const auto type = type_of_output(first);
  item.is_record =
      !item.known || list_length(function->functions) > 1 || !type || columns_of_row(session_.draft(), *type).empty();
  if (!item.is_record && !function->ordinality) item.row_type = type->name;
  item.is_scalar = item.columns.size() == 1 && !is_defined;
  scope.items.push_back(std::move(item));
  return make(Kind::other, function->ordinality ? "function with ordinality" : "function", std::move(calls));
}

}  // namespace pgplumb
