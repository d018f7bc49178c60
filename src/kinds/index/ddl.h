#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE [UNIQUE] INDEX.
bool read_create_index(Session& session, const Node* node);

/// The same on that table.
void create_index_on(Session& session, Symbol* table, const IndexStmt* statement);

/// Declares an index under the kind that its definition makes it: a plain unique btree index is a Unique.
Symbol* declare_index(Session& session, Symbol* table, std::string_view name, Index index);

}  // namespace pgplumb
