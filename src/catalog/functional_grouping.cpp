#include "catalog/functional_grouping.h"

#include <algorithm>

#include "sql/query_items.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;
using Args = std::vector<Expression>;

const Args& part_of(const Expression& query, std::string_view text) {
  static const Args none;
  const auto part = std::find_if(query.args.begin(), query.args.end(), [&](const Expression& one) { return one.text == text; });
  return part == query.args.end() ? none : part->args;
}

bool has_column(const Args& groups, std::string_view item, ColumnRef column) {
  return std::any_of(groups.begin(), groups.end(), [&](const Expression& group) {
    return group.text == item && group.args.front().column.symbol == column.symbol;
  });
}

bool gives_more_of(std::string_view item, const Args& groups, const Expression& value) {
  const bool is_group = std::find(groups.begin(), groups.end(), value) != groups.end();
  if (is_group || value.kind == Kind::call || value.text == "call with") return false;
  const auto gives_more = [&](const Expression& argument) { return gives_more_of(item, groups, argument); };
  return value.text == item || std::any_of(value.args.begin(), value.args.end(), gives_more);
}

bool groups_item_by_key(const Expression& select, std::string_view item, const std::vector<ColumnRef>& key) {
  const Args& groups = part_of(select, "group by");
  const auto is_grouped = [&](ColumnRef column) { return has_column(groups, item, column); };
  const auto gives_more = [&](const Expression& value) { return gives_more_of(item, groups, value); };
  if (groups.empty() || !std::all_of(key.begin(), key.end(), is_grouped)) return false;
  for (const std::string_view text : {"outputs", "having", "distinct", "order by"})
    if (const Args& part = part_of(select, text); std::any_of(part.begin(), part.end(), gives_more)) return true;
  return false;
}

bool groups_by_key(const Expression& tree, int level, const Symbol* table, const std::vector<ColumnRef>& key) {
  const auto items = is_statement(tree) ? items_of(tree) : std::vector<const Expression*>();
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool is_of_table = items[i]->text == "relation" && items[i]->type.name == table;
    if (is_of_table && groups_item_by_key(tree, words_of_item(level, i + 1), key)) return true;
  }
  return std::any_of(tree.args.begin(), tree.args.end(), [&](const Expression& argument) {
    return groups_by_key(argument, level_of_argument(tree, argument, level), table, key);
  });
}

}  // namespace

bool groups_by_key(const Expression& tree, const Symbol* table, const std::vector<ColumnRef>& key) {
  return groups_by_key(tree, level_of_root(tree), table, key);
}

}  // namespace pgplumb
