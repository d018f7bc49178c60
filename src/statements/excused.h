// Statements that fail in memory and are no problem for that.
#pragma once

#include <pgplumb/catalog/session.h>
#include <pgplumb/sql/parse.h>

namespace pgplumb {

/// Whether the failure is none on a server, or need not be one: the script guards against it (`is_guarded`), or what could not
/// be followed may have made or taken away what the statement names. What it names is uncertain then, and it is named as not
/// compared. Call with the draft as it was before the statement.
bool excuse(Session& session, const ParsedStatement& statement, const StatementFailure& failure, bool is_guarded);

}  // namespace pgplumb
