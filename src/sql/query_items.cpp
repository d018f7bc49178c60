#include "sql/query_items.h"

#include <fmt/format.h>

#include <algorithm>

#include "sql/canonical/query_values.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;

bool is_modification(const Expression& expression) {
  const std::string& text = expression.text;
  return expression.kind == Kind::other && (text == "insert" || text == "update" || text == "delete");
}

bool has_common_tables(const Expression& query) {
  return std::any_of(query.args.begin(), query.args.end(), [](const Expression& part) { return part.text == "with"; });
}

bool is_join(const Expression& item) {
  return item.kind == Kind::other && (item.text.ends_with("join") || item.text.ends_with("join using"));
}

void append_items(const Expression& item, std::vector<const Expression*>& items) {
  if (is_join(item)) {
    append_items(item.args[0], items);
    append_items(item.args[1], items);
  } else if (item.kind == Kind::other && (item.text == "only" || item.text.starts_with("sample "))) {
    append_items(item.args.front(), items);
  } else {
    items.push_back(&item);
  }
}

}  // namespace

bool is_statement(const Expression& expression) { return is_query(expression) || is_modification(expression); }

int level_of_root(const Expression& tree) { return is_statement(tree) ? 1 : 0; }

int level_of_argument(const Expression& tree, const Expression& argument, int level) {
  if (!is_statement(argument)) return level;
  const bool is_left_side = is_set_operation(tree) && &argument == &tree.args.front();
  return is_left_side && is_set_operation(argument) && !has_common_tables(argument) ? level : level + 1;
}

std::vector<const Expression*> items_of(const Expression& statement) {
  std::vector<const Expression*> items;
  if (is_modification(statement)) append_items(statement.args.front(), items);
  for (const Expression& part : statement.args)
    if (part.text == "from" || part.text == "using")
      for (const Expression& item : part.args) append_items(item, items);
  return items;
}

std::string words_of_item(int level, std::size_t number) { return fmt::format("of {}.{}", level, number); }

}  // namespace pgplumb
