#include "kinds/query/scope.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>

#include "catalog/row_types.h"
#include "sql/expression_forms.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;

std::string words_of(const ScopeItem& item) { return "of " + item.place; }

Expression of(const ScopeItem& item, Expression what) { return make(Kind::other, words_of(item), std::move(what)); }

/// A name that one of several FROM items has, none of which is known: nothing can be told by comparing it.
Expression unresolved(std::string_view name) { return make(Kind::opaque, "column " + std::string(name)); }

Expression column_of_table(const Symbol* column) {
  Expression expression = make(Kind::column);
  expression.column.symbol = column;
  return expression;
}

/// What every table has besides its columns (catalog/heap.c); null for other names.
const Symbol* type_of_system_column(std::string_view name) {
  constexpr std::pair<std::string_view, std::string_view> types[] = {{"tableoid", "oid"}, {"ctid", "tid"}, {"xmin", "xid"},
                                                                     {"xmax", "xid"},     {"cmin", "cid"}, {"cmax", "cid"}};
  const auto* found = std::find_if(std::begin(types), std::end(types), [&](const auto& known) { return known.first == name; });
  return found == std::end(types) ? nullptr : builtin_type(found->second);
}

}  // namespace

std::string_view alias_of(const Alias* alias, std::string_view otherwise) {
  return alias && alias->aliasname ? std::string_view(alias->aliasname) : otherwise;
}

bool lists_own_columns(const std::vector<std::string_view>& names, const ScopeItem& item) {
  auto name = names.begin();
  for (const ScopeColumn& column : item.columns) {
    if (name != names.end() && column.own_name == *name)
      ++name;
    else if (column.in_all_versions)
      return false;
  }
  return name == names.end();
}

void rename_columns(ScopeItem& item, const Alias* alias) {
  const auto names = texts_of(alias ? alias->colnames : nullptr);
  for (std::size_t i = 0; i < names.size() && i < item.columns.size(); ++i) item.columns[i].name = names[i];
  if (names.empty() || !item.varies_by_version()) return;
  for (ScopeColumn& column : item.columns) column.stands_for = unresolved(column.name);
}

bool ScopeItem::varies_by_version() const { return !known && !columns.empty() && !columns.front().own_name.empty(); }

Expression ScopeItem::column(std::size_t i) const {
  const ScopeColumn& own = columns[i];
  if (own.stands_for) return *own.stands_for;
  Expression expression = make(Kind::column, own.symbol             ? std::string()
                                             : own.own_name.empty() ? "#" + std::to_string(i + 1)
                                                                    : own.own_name);
  expression.column.symbol = own.symbol;
  if (!own.symbol && own.type) expression.type = *own.type;
  return of(*this, std::move(expression));
}

Expression ScopeItem::column(std::string_view name) const {
  Expression expression = make(Kind::column, std::string(name));
  if (const Symbol* type = type_of_system_column(name)) expression.type.name = type;
  return of(*this, std::move(expression));
}

/// Of several columns of one name the server prints others. Of what JOIN … USING merges it makes a row of the columns.
Expression ScopeItem::whole_row() const {
  if (is_join && is_row) {
    Expression merged = make(Kind::row);
    for (const ScopeColumn& column : columns) merged.args.push_back(*column.stands_for);
    return merged;
  }
  Expression row = make(Kind::other, "*");
  for (std::size_t i = 0; is_record && i < columns.size(); ++i)
    row.args.push_back(make(Kind::other, quote_where_needed(columns[i].name)));
  const auto is_repeated = [&](const ScopeColumn& column) { return find(column.name) != &column; };
  if (is_record && (!known || std::any_of(columns.begin(), columns.end(), is_repeated))) row = make(Kind::opaque, "*");
  row.type.name = row_type;
  return of(*this, std::move(row));
}

std::vector<ScopeColumn> system_columns(std::span<const SystemColumn> of_system) {
  std::vector<ScopeColumn> columns;
  for (const auto& [name, type, in_all_versions] : of_system)
    columns.push_back({std::string(name), nullptr, type, std::string(name), in_all_versions});
  return columns;
}

const ScopeColumn* ScopeItem::find(std::string_view name) const {
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const ScopeColumn& own) { return own.name == name; });
  return found == columns.end() ? nullptr : &*found;
}

bool Scope::is_complete() const {
  return std::all_of(items.begin(), items.end(), [](const ScopeItem& item) { return item.known; });
}

bool Scope::has(const Expression& column) const {
  return std::any_of(items.begin(), items.end(), [&](const ScopeItem& item) { return column.text == words_of(item); });
}

std::optional<Expression> Scope::find_listed(std::string_view name) const {
  for (const MergedColumn& one : merged)
    if (one.name == name) return one.expression;
  // One that every version has comes first: with two, there would be no telling which is meant.
  for (const bool in_all_versions : {true, false})
    for (const ScopeItem& item : items)
      if (const ScopeColumn* found = item.is_row || item.is_hidden ? nullptr : item.find(name);
          found && found->in_all_versions == in_all_versions)
        return item.column(static_cast<std::size_t>(found - item.columns.data()));
  for (const ScopeItem& item : items)
    if (item.alias == name && !item.is_hidden) return item.is_scalar ? item.column(std::size_t{0}) : item.whole_row();
  const auto is_of_system = [](const ScopeItem& item) { return item.is_relation && !item.is_row && !item.is_hidden; };
  if (type_of_system_column(name) && std::count_if(items.begin(), items.end(), is_of_system) == 1)
    return std::find_if(items.begin(), items.end(), is_of_system)->column(name);
  return std::nullopt;
}

std::optional<Expression> Scope::find(std::string_view name) const {
  if (auto listed = find_listed(name)) return listed;
  const auto may_have_it = [](const ScopeItem& item) { return !item.lists_all_names(); };
  const auto found = std::find_if(items.begin(), items.end(), may_have_it);
  if (found == items.end()) return std::nullopt;
  const bool is_the_only = std::count_if(items.begin(), items.end(), may_have_it) == 1 && !found->is_join && !found->is_row;
  return is_the_only || items.size() == 1 ? found->column(name) : unresolved(name);
}

std::optional<Expression> Scope::find(std::string_view alias, std::string_view name) const {
  const auto item =
      std::find_if(items.begin(), items.end(), [&](const ScopeItem& one) { return one.alias == alias && !one.is_hidden; });
  if (item == items.end()) return std::nullopt;
  if (name == "*") return item->whole_row();
  if (const ScopeColumn* found = item->find(name)) return item->column(static_cast<std::size_t>(found - item->columns.data()));
  return item->is_scalar && (name == alias || name == "value") ? item->column(std::size_t{0}) : item->column(name);
}

std::optional<Expression> part_of_item(const Scope& scope, std::string_view alias, std::string_view name) {
  for (const Scope* around = &scope; around; around = around->outer) {
    const auto is_column = [&](const ScopeItem& item) {
      return !item.is_hidden && !item.is_row && item.find(alias) && item.alias != alias;
    };
    const auto is_merged = [&](const MergedColumn& merged) { return merged.name == alias; };
    if (std::any_of(around->items.begin(), around->items.end(), is_column) ||
        std::any_of(around->merged.begin(), around->merged.end(), is_merged))
      return std::nullopt;
    for (const ScopeItem& item : around->items)
      if (item.alias == alias && !item.is_hidden) return item.is_scalar && item.known ? std::nullopt : around->find(alias, name);
  }
  return std::nullopt;
}

std::optional<Expression> resolve(const Scope& scope, const std::vector<std::string_view>& parts, const Draft& draft,
                                  const Symbol* table) {
  const std::string_view name = parts.back();
  const std::string_view alias = parts.size() > 1 ? parts[parts.size() - 2] : std::string_view();
  for (const Scope* around = &scope; around; around = around->outer)
    if (auto found = alias.empty() ? around->find(name) : around->find(alias, name)) return found;
  if (!table || (!alias.empty() && alias != table->text)) return unresolved(name);
  if (const Symbol* column = draft.find(Namespace::column, table, name)) return column_of_table(column);
  const bool is_whole = alias.empty() ? name == table->text : name == "*";
  return is_whole ? row_of_table(table) : unresolved(name);
}

}  // namespace pgplumb
