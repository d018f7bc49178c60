#pragma once

#include <set>
#include <string_view>

#include "sql/nodes.h"

namespace pgplumb {

/// What WITH calls its queries, anywhere in a statement: names that hide relations.
std::set<std::string_view> with_names(const Node* statement);

}  // namespace pgplumb
