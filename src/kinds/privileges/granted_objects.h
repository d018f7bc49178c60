// The objects that a GRANT or REVOKE is about.
#pragma once

#include <vector>

#include "kinds/ddl.h"

namespace pgplumb {

/// Whether it is about tables, sequences, schemas, functions, types, languages, foreign-data wrappers or servers.
bool is_on_compared_objects(const GrantStmt* statement);

/// Those that are there; what may be there though nothing read here makes it is reported as not compared. Fails with 42P01.
std::vector<Symbol*> granted_objects(Session& session, const GrantStmt* statement);

/// Null, and `clause` reported as not compared, where it may be there though nothing read here makes it; else fails with 3F000.
const Symbol* schema_to_grant_in(Session& session, std::string_view clause, std::string_view name);

}  // namespace pgplumb
