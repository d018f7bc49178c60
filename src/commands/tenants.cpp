#include "commands/tenants.h"

#include <fnmatch.h>
#include <pgplumb/reports/report.h>

#include <algorithm>
#include <set>

namespace pgplumb {

namespace {

struct Tenants {
  std::string glob;
  std::string stated_as;  ///< the schema that stands for each of them where they are expected; "" to find it
};

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

using SchemaNames = std::set<std::string, std::less<>>;

/// The schemas in which the sources of what is expected have tables or types.
SchemaNames schemas_stated(const Gathered& gathered) {
  SchemaNames names;
  for (const Source& source : gathered.sources)
    if (source.role != Role::database)
      for (const Entry& entry : source.catalog.entries())
        if (entry.id.space == Namespace::relation || entry.id.space == Namespace::type) names.emplace(entry.id.schema);
  return names;
}

/// What is expected of one tenant, read anew for each.
class Expectation {
 public:
  Expectation(const Tenants& tenants, const std::vector<SourceRequest>& requests, const Gathered& gathered,
              const SourceOptions& options, const std::string& any_tenant)
      : requests_(requests), options_(options) {
    std::erase_if(requests_, [](const SourceRequest& request) { return request.role == Role::database; });
    stated_ = schemas_stated(gathered);
    stands_for_all_ = tenants.stated_as.empty() ? find_schema(tenants.glob, any_tenant) : tenants.stated_as;
    if (!stands_for_all_.empty() && !stated_.contains(stands_for_all_))
      throw Error("nothing that is expected is in a schema " + neutralise(stands_for_all_), {},
                  "it is to be the one that models or migrations name where they mean a tenant's");
  }

  Gathered of(const std::string& tenant) const {
    if (stands_for_all_.empty()) return gather(requests_, options_, {.default_schema = tenant});
    const bool is_stated_itself = stated_.contains(tenant);
    return gather(requests_, options_, {.alias = is_stated_itself ? SchemaAlias{} : SchemaAlias{stands_for_all_, tenant}});
  }

 private:
  /// One that the glob matches is a tenant's. Else the tenants' are the unqualified names; where there are none, what is in the
  /// only schema that is named. "" for unqualified names.
  std::string find_schema(const std::string& glob, const std::string& any_tenant) const {
    for (const std::string& name : stated_)
      if (fnmatch(glob.c_str(), name.c_str(), 0) == 0) return name;
    const bool has_unqualified_names =
        schemas_stated(gather(requests_, options_, {.default_schema = any_tenant})).contains(any_tenant);
    if (has_unqualified_names || stated_.empty()) return {};
    if (stated_.size() == 1) return *stated_.begin();
    std::string names;
    for (const std::string& name : stated_) names += (names.empty() ? "" : ", ") + neutralise(name);
    throw Error("which schema stands for each tenant is not known: what is expected is in " + names, {},
                "--tenants '" + neutralise(glob) + "=SCHEMA' says so");
  }

  std::vector<SourceRequest> requests_;
  const SourceOptions& options_;
  SchemaNames stated_;
  std::string stands_for_all_;  // "" where unqualified names do
};

/// GLOB or GLOB=SCHEMA.
Tenants read_tenants(const std::string& text) {
  const std::size_t equals = text.rfind('=');
  if (equals == std::string::npos) return {text, ""};
  return {text.substr(0, equals), text.substr(equals + 1)};
}

}  // namespace

CheckResult judge_tenants(const std::string& text, const std::vector<SourceRequest>& requests, const Gathered& gathered,
                          const SourceOptions& options, SecondOpinion& second_opinion) {
  const Source& database = database_of(gathered);
  const Tenants tenants = read_tenants(text);
  const auto schemas = schemas_matching(tenants.glob, database);
  const Expectation expectation(tenants, requests, gathered, options, schemas.front());
  std::vector<CheckResult> of_each;
  for (const std::string& schema : schemas) {
    const Gathered there = expectation.of(schema);
    SourceList sources = there.views();
    sources.push_back(&database);
    of_each.push_back(judge_all(sources, {{schema}, options.only}, second_opinion));
  }
  return join_tenants(std::move(of_each), schemas);
}

}  // namespace pgplumb
