// What ALTER TABLE and COMMENT set, of what is put in at run time: row security, a replica identity, which triggers fire.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string_view>

namespace pgplumb {

/// Where a statement of which that is known alters a table or comments on something, what it sets may be otherwise of everything
/// that may be meant; what else that is stays as sure as it was.
void doubt_clauses(Session& session, std::string_view known);

/// ALTER TABLE … ALTER COLUMN … SET NOT NULL and the like: the field that it sets may be otherwise of the columns that may be
/// meant. False where it may do more.
bool doubt_columns(Session& session, std::string_view known);

}  // namespace pgplumb
