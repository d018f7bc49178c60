// Expressions as the grammar gives them, as canonical trees.
#pragma once

#include <pgplumb/sql/expression.h>

#include "sql/nodes.h"

namespace pgplumb {

/// Reads an expression of a statement: structure only, what it means is normalise()'s business. What is not understood, and what
/// nests deeper than a few hundred levels, is opaque. Call while the tree lives, that is inside a visit of parse_script.
Expression read_expression(const ::Node* node, const NameResolver& names);

}  // namespace pgplumb
