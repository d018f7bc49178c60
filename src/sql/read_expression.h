// Expressions as the grammar gives them, as canonical trees.
#pragma once

#include <pgplumb/sql/expression.h>

#include "sql/nodes.h"

namespace pgplumb {

/// Reads an expression of a statement: structure only, what it means is normalise()'s business. What is not understood, and what
/// nests deeper than a few hundred levels, is opaque. Call while the tree lives, that is inside a visit of parse_script.
Expression read_expression(const ::Node* node, const NameResolver& names);

/// The same of a value that is stored as that type: a string may name an object then, as 'orders' of a regclass does.
Expression read_expression(const ::Node* node, const DataType& stored_as, const NameResolver& names);

/// A part of a value: `[1]`, `[1:2]`, `.field`, as they stand behind it.
Expression read_parts(Expression whole, const ::List* steps, const NameResolver& names);

}  // namespace pgplumb
