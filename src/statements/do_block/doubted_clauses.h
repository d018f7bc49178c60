// What ALTER TABLE sets, of a table that is put in at run time: row security, its replica identity, which triggers fire.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string_view>

namespace pgplumb {

/// Where a statement of which that is known alters a table, what it sets may be otherwise of each table that may be meant; what
/// else these tables are stays as sure as it was.
void doubt_clauses(Session& session, std::string_view known);

}  // namespace pgplumb
