// What ALTER and COMMENT set, of what is put in at run time: row security, which triggers fire, what a policy says, a domain's
// default.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string_view>

namespace pgplumb {

/// Where a statement of which that is known alters or comments on something, what it sets may be otherwise of everything
/// that may be meant; what else that is stays as sure as it was.
void doubt_clauses(Session& session, std::string_view known);

}  // namespace pgplumb
