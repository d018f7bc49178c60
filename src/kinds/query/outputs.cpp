// What a query gives: its outputs, and the columns that they make.
#include <algorithm>

#include "kinds/ddl.h"
#include "kinds/default_names.h"
#include "kinds/query/reader.h"
#include "kinds/routine/result.h"
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

/// numeric, or double precision up to PostgreSQL 13.
bool holds_extract(const Expression& expression) {
  const bool is_it = expression.kind == Kind::call && expression.text == "extract";
  return is_it || (expression.kind != Kind::cast && std::any_of(expression.args.begin(), expression.args.end(), holds_extract));
}

/// The innermost scope that has an item of that alias; null where none has.
const Scope* scope_with(std::string_view alias, const Scope& scope) {
  const auto has_it = [&](const ScopeItem& item) { return item.alias == alias; };
  const Scope* around = &scope;
  while (around && std::none_of(around->items.begin(), around->items.end(), has_it)) around = around->outer;
  return around;
}

/// The item's columns, those left out that JOIN … USING made one with another's.
void append_columns(const ScopeItem& item, const Scope& scope, Query& query, Args& outputs) {
  query.columns_known = query.columns_known && item.known;
  if (!item.known) outputs.push_back(make(Kind::opaque, "*"));
  if (item.has_names) return;
  for (std::size_t i = 0; i < item.columns.size(); ++i) {
    const auto is_it = [&](const auto& merged) { return merged.first == item.columns[i].name; };
    if (std::any_of(scope.merged.begin(), scope.merged.end(), is_it)) continue;
    query.columns.push_back({item.columns[i].name, item.columns[i].type});
    outputs.push_back(item.column(i));
  }
}

/// `t.*`: all columns of t, wherever around the query it stands.
void append_columns_of(std::string_view alias, const Scope& scope, Query& query, Args& outputs) {
  const Scope* asked = scope_with(alias, scope);
  const ScopeItem unknown{std::string(alias), {}, {}, false};
  if (!asked) return append_columns(unknown, {}, query, outputs);
  for (const ScopeItem& item : asked->items)
    if (item.alias == alias) append_columns(item, {}, query, outputs);
}

}  // namespace

std::optional<DataType> QueryReader::type_of_output(const Expression& output) const {
  KnownTypes types = session_.draft().types();
  types.column = [this, all = types.column](ColumnRef column) -> const DataType* {
    const Draft::Item* item = column.symbol ? session_.draft().item(column.symbol) : nullptr;
    return item && !item->uncertain ? all(column) : nullptr;
  };
  const bool is_untyped = output.kind == Kind::null || (output.kind == Kind::literal && output.is_string);
  if (is_untyped) return builtin_data_type("text");
  if (const auto* routine = session_.draft().object<Routine>(output.routine))
    return routine->returns.type->name && !routine->returns.type->name->text.starts_with("any")
               ? std::optional(*routine->returns.type)
               : std::nullopt;
  const MaybeType type = type_of(output, types);
  const bool is_member = output.kind == Kind::call && output.text == "unnest";
  const bool is_exact = is_member || output.kind == Kind::cast || (output.kind == Kind::other && output.text.starts_with("of "));
  return is_exact || (is_plain(type) && !holds_extract(output)) ? type : std::nullopt;
}

/// `(f(x)).*`, which the server stores as `(f(x)).a, (f(x)).b`. False for what is no such thing.
bool QueryReader::append_parts(const Node* expression, const Scope& scope, Query& query, Args& outputs) {
  const auto* parts = as<A_Indirection>(expression);
  if (!parts || !as<A_Star>(nodes_of(parts->indirection).back())) return false;
  const auto* call = list_length(parts->indirection) == 1 ? as<FuncCall>(parts->arg) : nullptr;
  const auto columns = call ? result_columns(session_, call) : std::nullopt;
  query.columns_known = query.columns_known && columns;
  if (!columns) return outputs.push_back(read_in(scope, expression)), true;
  const Expression row = read_in(scope, parts->arg);
  for (const auto& [name, type] : *columns) {
    query.columns.push_back({name, type});
    outputs.push_back(make(Kind::other, "field " + name, row));
  }
  return true;
}

/// False for what is neither `*` nor `t.*` nor `(row).*`.
bool QueryReader::append_star(const Node* expression, const Scope& scope, Query& query, Args& outputs) {
  if (append_parts(expression, scope, query, outputs)) return true;
  const auto* reference = as<::ColumnRef>(expression);
  if (!reference || !as<A_Star>(nodes_of(reference->fields).back())) return false;
  const auto fields = nodes_of(reference->fields);
  if (fields.size() > 1) return append_columns_of(text_of(fields[fields.size() - 2]), scope, query, outputs), true;
  for (const auto& [name, merged] : scope.merged) {
    query.columns.push_back({name, type_of_output(merged)});
    outputs.push_back(merged);
  }
  for (const ScopeItem& item : scope.items) append_columns(item, scope, query, outputs);
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
