#pragma once

#include <pgplumb/sql/expression.h>

#include <vector>

namespace pgplumb {

/// Whether a query in the tree gives columns of the table that it groups by the key alone: it depends on that key then
/// (check_functional_grouping in catalog/pg_constraint.c). What is given to a function does not count: it may be an aggregate.
bool groups_by_key(const Expression& tree, const Symbol* table, const std::vector<ColumnRef>& key);

}  // namespace pgplumb
