#include "statements/with_names.h"

#include "sql/walk.h"

namespace pgplumb {

namespace {

void append_names(const Node* node, std::set<std::string_view>& names, int depth) {
  if (!node || depth > deepest_nesting) return;
  if (const auto* with = as<CommonTableExpr>(node)) names.insert(with->ctename);
  for_each_child(node, [&](const Node* child) { append_names(child, names, depth + 1); });
}

}  // namespace

std::set<std::string_view> with_names(const Node* statement) {
  std::set<std::string_view> names;
  append_names(statement, names, 0);
  return names;
}

}  // namespace pgplumb
