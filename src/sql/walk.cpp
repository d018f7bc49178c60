#include "sql/walk.h"

namespace pgplumb {

namespace {

using Visit = std::function<void(const Node*)>;

bool visit_child(Node* node, void* visit) {
  if (node) (*static_cast<const Visit*>(visit))(node);
  return false;
}

void collect_strings(const Node* node, int levels_left, std::set<std::string>& strings) {
  const auto* constant = as<A_Const>(node);
  if (constant && !constant->isnull) strings.emplace(text_of(&constant->val.node));
  if (levels_left > 0) for_each_child(node, [&](const Node* child) { collect_strings(child, levels_left - 1, strings); });
}

}  // namespace

bool changes_or_reads_rows(const Node* statement) {
  return as<SelectStmt>(statement) || as<InsertStmt>(statement) || as<UpdateStmt>(statement) || as<DeleteStmt>(statement) ||
         as<MergeStmt>(statement);
}

bool walk_children(const Node* node, bool (*visit)(Node*, void*), void* context) {
  auto* const walked = const_cast<Node*>(node);
#if PG_VERSION_NUM >= 160000
  return raw_expression_tree_walker(walked, visit, context);
#else
  return raw_expression_tree_walker(walked, reinterpret_cast<bool (*)()>(reinterpret_cast<void*>(visit)), context);
#endif
}

void for_each_child(const Node* node, const Visit& visit) { walk_children(node, visit_child, const_cast<Visit*>(&visit)); }

std::set<std::string> strings_in(const Node* node) {
  std::set<std::string> strings;
  collect_strings(node, deepest_nesting, strings);
  return strings;
}

}  // namespace pgplumb
