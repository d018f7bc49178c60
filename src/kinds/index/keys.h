// The keys of an index, as CREATE INDEX writes them.
#pragma once

#include <pgplumb/kinds/index.h>

#include <string>
#include <vector>

#include "kinds/ddl.h"

namespace pgplumb {

/// Reads IndexElem nodes. Sort orders are meant for btree; the default operator class and collation are left out.
std::vector<IndexKey> read_index_keys(Session& session, Symbol* table, std::string_view method, const List* elements);

IndexKey read_index_key(Session& session, Symbol* table, std::string_view method, const IndexElem* element);

/// What stands outermost; none for the default.
ObjectRef read_collation(Session& session, const IndexElem* element);

/// The columns of INCLUDE, IndexElem nodes too.
std::vector<ColumnRef> read_included(Session& session, Symbol* table, const List* elements);

/// Whether an operator class of PostgreSQL's own is its type's default, which an index definition leaves out.
bool is_default_operator_class(std::string_view method, std::string_view name);

}  // namespace pgplumb
