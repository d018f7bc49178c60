// Schema-per-tenant: one expectation, held against many schemas of one database.
#pragma once

#include "commands/report_check.h"

namespace pgplumb {

/// Reads what is expected anew for each schema of the database that matches the glob, with that schema as the default one.
/// `gathered` has the database. Throws Error where no schema matches.
CheckResult judge_tenants(const std::string& glob, const std::vector<SourceRequest>& requests, const Gathered& gathered,
                          const SourceOptions& options);

}  // namespace pgplumb
