// Schema-per-tenant: one expectation, held against many schemas of one database.
#pragma once

#include "commands/report_check.h"

namespace pgplumb {

/// Reads what is expected anew for each schema of the database that matches the glob: unqualified names are of that schema, or
/// else those that name a tenant's. `text` is GLOB or GLOB=SCHEMA. `gathered` has all sources. Throws Error where no schema
/// matches.
CheckResult judge_tenants(const std::string& text, const std::vector<SourceRequest>& requests, const Gathered& gathered,
                          const SourceOptions& options, SecondOpinion& second_opinion);

}  // namespace pgplumb
