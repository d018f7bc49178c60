// From options to sources: what was given or found, read, and what was not looked at.
#pragma once

#include <pgplumb/compare/disagreement.h>
#include <pgplumb/error.h>
#include <pgplumb/sources/source.h>

#include <vector>

#include "commands/source_options.h"

namespace pgplumb {

struct Gathered {
  std::vector<Source> sources;           ///< those that could be read, in the order model, migrations, database
  std::vector<SourceSummary> summaries;  ///< every role, also those not looked at
  std::vector<Error> errors;             ///< one for each source that could not be read

  std::vector<const Source*> views() const;
};

/// The role that a bare place takes: any place can be measured by any other.
Role usual_role(const Place& place);

/// What each role was given, or what is found here when nothing is given.
std::vector<SourceRequest> requests_of(const SourceOptions& options);

/// How sources are to be read, beside what the options say.
struct ReadAs {
  std::string default_schema = {};  ///< "" for the one that the database's URL names
  std::string path_schema = {};     ///< see ReadOptions; "" to ask the database
  SchemaAlias alias = {};           ///< see ReadOptions
  const Deploy* deploy = nullptr;   ///< the database as it will be; null to read it as it is
};

/// Reads all that was requested, side by side. Never throws for a source: its Error is in `errors`.
Gathered gather(const std::vector<SourceRequest>& requests, const SourceOptions& options, const ReadAs& as = {});

/// Throws Error for a required role that was not read and for an --only that matches nothing.
void insist_on_requirements(const Gathered& gathered, const SourceOptions& options);

CompareOptions compare_options(const SourceOptions& options);

}  // namespace pgplumb
