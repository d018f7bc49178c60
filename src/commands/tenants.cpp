#include "commands/tenants.h"

#include <fnmatch.h>
#include <pgplumb/reports/report.h>

#include <algorithm>

namespace pgplumb {

namespace {

const Source& database_of(const Gathered& gathered) {
  const auto found = std::find_if(gathered.sources.begin(), gathered.sources.end(),
                                  [](const Source& source) { return source.role == Role::database; });
  if (found != gathered.sources.end()) return *found;
  throw gathered.errors.empty() ? Error("--tenants needs a database", {}, "give --database, or DATABASE_URL")
                                : gathered.errors.front();
}

std::vector<std::string> schemas_matching(const std::string& glob, const Source& database) {
  std::vector<std::string> names;
  for (const Entry& entry : database.catalog.entries())
    if (entry.id.space == Namespace::schema && fnmatch(glob.c_str(), std::string(entry.id.name).c_str(), 0) == 0)
      names.emplace_back(entry.id.name);
  if (names.empty())
    throw Error("--tenants " + neutralise(glob) + " matches no schema of the database", {}, "globs match names such as tenant_*");
  return names;
}

}  // namespace

CheckResult judge_tenants(const std::string& glob, const std::vector<SourceRequest>& requests, const Gathered& gathered,
                          const SourceOptions& options) {
  const Source& database = database_of(gathered);
  const auto schemas = schemas_matching(glob, database);
  std::vector<SourceRequest> expected = requests;
  std::erase_if(expected, [](const SourceRequest& request) { return request.role == Role::database; });
  std::vector<CheckResult> of_each;
  for (const std::string& schema : schemas) {
    const Gathered there = gather(expected, options, schema);
    SourceList sources = there.views();
    sources.push_back(&database);
    of_each.push_back(judge_all(sources, {{schema}, options.only}));
  }
  return join_tenants(std::move(of_each), schemas);
}

}  // namespace pgplumb
