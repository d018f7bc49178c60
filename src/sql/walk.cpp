#include "sql/walk.h"

namespace pgplumb {

namespace {

using Visit = std::function<void(const Node*)>;

bool visit_child(Node* node, void* visit) {
  if (node) (*static_cast<const Visit*>(visit))(node);
  return false;
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

}  // namespace pgplumb
