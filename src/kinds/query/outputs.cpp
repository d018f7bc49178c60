// What a query gives: its outputs, and the columns that they make.
#include <algorithm>
#include <array>

#include "catalog/result_types.h"
#include "kinds/ddl.h"
#include "kinds/default_names.h"
#include "kinds/query/reader.h"
#include "kinds/routine/result.h"
#include "sql/canonical/resolution/coercion.h"
#include "sql/canonical/type_of.h"
#include "sql/expression_forms.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;
using Args = std::vector<Expression>;

/// What a function makes of varchar(32) or numeric(10,2), whether it keeps the limit or gives text, differs from one to the
/// other.
bool is_plain(const MaybeType& type) {
  return type && type->modifiers.empty() && !is_type(type, "varchar") && !is_type(type, "bpchar");
}

/// A column of an item of FROM.
bool is_column(const Expression& expression) { return expression.kind == Kind::other && expression.text.starts_with("of "); }

/// Whether the type is told with its length.
bool tells_length(const Expression& expression, const KnownTypes& types) {
  const std::vector<const Expression*> given = values_given(expression);
  const auto is_left_out = [&](const Expression* value) {  // by the planner, which tells what is made
    return value->kind == Kind::null && gives_an_argument(expression);
  };
  if (!given.empty())
    return std::all_of(given.begin(), given.end(),
                       [&](const Expression* value) { return !is_left_out(value) && tells_length(*value, types); });
  constexpr std::array exact = {Kind::column, Kind::cast, Kind::literal, Kind::null};
  return is_column(expression) || std::find(exact.begin(), exact.end(), expression.kind) != exact.end() ||
         is_plain(type_of(expression, types));
}

/// numeric, or double precision up to PostgreSQL 13.
bool holds_extract(const Expression& expression) {
  const bool is_it = expression.kind == Kind::call && expression.text == "extract";
  return is_it || (expression.kind != Kind::cast && std::any_of(expression.args.begin(), expression.args.end(), holds_extract));
}

/// The innermost scope that has an item of that alias; null where none has.
const Scope* scope_with(std::string_view alias, const Scope& scope) {
  const auto has_it = [&](const ScopeItem& item) { return item.alias == alias && !item.is_hidden; };
  const Scope* around = &scope;
  while (around && std::none_of(around->items.begin(), around->items.end(), has_it)) around = around->outer;
  return around;
}

void append_columns(const ScopeItem& item, Query& query, Args& outputs) {
  query.columns_known = query.columns_known && item.known;
  if (!item.known) outputs.push_back(make(Kind::opaque, "*"));
  if (item.varies_by_version()) return;  // not spelled out
  for (std::size_t i = 0; i < item.columns.size(); ++i) {
    if (!item.columns[i].in_star) continue;
    query.columns.push_back({item.columns[i].name, item.columns[i].type});
    outputs.push_back(item.column(i));
  }
}

/// `t.*`: all columns of t, wherever around the query it stands.
void append_columns_of(std::string_view alias, const Scope& scope, Query& query, Args& outputs) {
  const Scope* asked = scope_with(alias, scope);
  if (!asked) return append_columns({std::string(alias), {}, {}, false}, query, outputs);
  for (const ScopeItem& item : asked->items)
    if (item.alias == alias && !item.is_hidden) append_columns(item, query, outputs);
}

/// The item of FROM that `(t)` is; "" where it is none.
std::string_view item_named(const Node* row, const Scope& scope) {
  const auto* reference = as<::ColumnRef>(row);
  if (!reference || list_length(reference->fields) != 1) return {};
  const std::string_view name = text_of(nodes_of(reference->fields).front());
  const Scope* around = scope_with(name, scope);
  const auto has_column = [&](const ScopeItem& item) { return item.find(name) != nullptr; };
  return around && std::none_of(around->items.begin(), around->items.end(), has_column) ? name : std::string_view();
}

}  // namespace

std::optional<DataType> QueryReader::type_of_output(const Expression& output) const {
  const KnownTypes types = certain_types(session_.draft());
  const bool is_untyped = output.kind == Kind::null || (output.kind == Kind::literal && output.is_string);
  if (is_untyped) return builtin_data_type("text");
  if (const auto* routine = session_.draft().object<Routine>(output.routine)) {
    const auto result = result_type(session_.draft(), *routine);
    return result && !result->name->text.starts_with("any") ? result : std::nullopt;
  }
  const MaybeType type = type_of(output, types);
  const bool is_member = output.kind == Kind::call && output.text == "unnest";
  const bool is_exact = is_member || output.kind == Kind::cast || is_column(output);
  return is_exact || (tells_length(output, types) && !holds_extract(output)) ? type : std::nullopt;
}

/// The columns of a row that is no item of FROM; none where they are not known.
std::vector<RowColumn> QueryReader::parts_of(const Node* row, const Expression& read) const {
  if (const auto* call = as<FuncCall>(row)) {
    const auto columns = result_columns(session_, call);
    return columns ? *columns : columns_of_record(read);
  }
  const auto type = type_of_output(read);
  return type ? columns_of_row(session_.draft(), base_type(*type, session_.draft().types())) : std::vector<RowColumn>();
}

/// `(f(x)).*` and `(home).*`, which the server stores as `(f(x)).a, (f(x)).b`. False for what is no such thing.
bool QueryReader::append_parts(const Node* expression, const Scope& scope, Query& query, Args& outputs) {
  const auto* parts = as<A_Indirection>(expression);
  if (!parts || !as<A_Star>(nodes_of(parts->indirection).back())) return false;
  if (const std::string_view item = item_named(parts->arg, scope); !item.empty())
    return append_columns_of(item, scope, query, outputs), true;
  const Expression row = read_in(scope, parts->arg);
  const bool is_simple = list_length(parts->indirection) == 1;
  const std::vector<RowColumn> columns = is_simple ? parts_of(parts->arg, row) : std::vector<RowColumn>();
  query.columns_known = query.columns_known && !columns.empty();
  if (columns.empty()) return outputs.push_back(read_in(scope, expression)), true;
  for (const auto& [name, type] : columns) {
    query.columns.push_back({name, type});
    outputs.push_back(make(Kind::other, std::string(of_field) + name, row));
    outputs.back().type = type;
  }
  return true;
}

/// Those of the items in their order, those left out that JOIN … USING makes one with another's, which stand first in their join.
std::vector<ScopeColumn> QueryReader::columns_of_star(const Scope& scope) const {
  std::vector<ScopeColumn> columns;
  for (std::size_t i = 0; i < scope.items.size(); ++i) {
    const ScopeItem& item = scope.items[i];
    for (const MergedColumn& merged : scope.merged)
      if (merged.begin == i)
        columns.push_back({merged.name, nullptr, type_of_output(merged.expression), {}, true, true, merged.expression});
    if (item.is_hidden || item.is_row || item.varies_by_version()) continue;
    for (std::size_t j = 0; j < item.columns.size(); ++j) {
      const ScopeColumn& own = item.columns[j];
      const auto is_merged = [&](const MergedColumn& one) { return one.name == own.name && one.begin <= i && i < one.end; };
      if (own.in_star && std::none_of(scope.merged.begin(), scope.merged.end(), is_merged))
        columns.push_back({own.name, nullptr, own.type, {}, true, true, item.column(j)});
    }
  }
  return columns;
}

/// False for what is neither `*` nor `t.*` nor `(row).*`.
bool QueryReader::append_star(const Node* expression, const Scope& scope, Query& query, Args& outputs) {
  if (append_parts(expression, scope, query, outputs)) return true;
  const auto* reference = as<::ColumnRef>(expression);
  if (!reference || !as<A_Star>(nodes_of(reference->fields).back())) return false;
  const auto fields = nodes_of(reference->fields);
  if (fields.size() > 1) return append_columns_of(text_of(fields[fields.size() - 2]), scope, query, outputs), true;
  const bool is_complete = scope.is_complete();
  query.columns_known = query.columns_known && is_complete;
  if (!is_complete) outputs.push_back(make(Kind::opaque, "*"));
  for (ScopeColumn& column : columns_of_star(scope)) {
    query.columns.push_back({std::move(column.name), std::move(column.type)});
    outputs.push_back(std::move(*column.stands_for));
  }
  return true;
}

Args QueryReader::read_outputs(const List* targets, const Scope& scope, Query& query) {
  Args outputs;
  for (const Node* node : nodes_of(targets)) {
    const auto* target = as<ResTarget>(node);
    if (append_star(target->val, scope, query, outputs)) continue;
    outputs.push_back(read_in(scope, target->val));
    const std::string_view figured = figure_column_name(target->val);
    query.columns.push_back(
        {target->name ? target->name : std::string(figured.empty() ? "?column?" : figured), type_of_output(outputs.back())});
  }
  return outputs;
}

}  // namespace pgplumb
