// What a table has from the tables that it inherits from.
#pragma once

#include "findings/case.h"

namespace pgplumb {

/// Whether it is the parent's to change: PostgreSQL lets nobody drop, rename or retype by itself what is inherited, and what is
/// added to a parent comes to its children.
bool is_changed_above(const Case& one);

/// Whether it is a column of a table OF a composite type, which no ALTER TABLE changes.
bool is_of_typed_table(const Case& one);

}  // namespace pgplumb
