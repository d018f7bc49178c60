// A raw tree, node by node.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "sql/nodes.h"

namespace pgplumb {

/// SELECT, INSERT, UPDATE, DELETE, MERGE: of any other statement raw_expression_tree_walker knows nothing, and ends the process.
bool changes_or_reads_rows(const Node* statement);

/// PostgreSQL's own walk, over what stands directly in an expression or such a statement: true from `visit` ends it.
bool walk_children(const Node* node, bool (*visit)(Node*, void*), void* context);

void for_each_child(const Node* node, const std::function<void(const Node*)>& visit);

/// No function recurses deeper into a tree that others wrote; what nests deeper is not understood.
inline constexpr int deepest_nesting = 300;

/// All string constants in it.
std::set<std::string> strings_in(const Node* node);

}  // namespace pgplumb
