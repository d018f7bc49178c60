// Nobody states the name, and somebody states one that is nearly it.
#include <fmt/format.h>
#include <pgplumb/sql/identifier.h>
#include <strings.h>

#include <algorithm>

#include "explain/causes/cause.h"
#include "explain/causes/wording.h"

namespace pgplumb {
namespace {

std::vector<std::string> names_beside(const Source& source, const ErrorReport& error) {
  std::vector<std::string> names;
  const Sight sight = look(&source, error);
  if (error.column.empty()) {
    for (const Entry* table : tables_of(source)) names.emplace_back(table->id.name);
  } else if (sight.table) {
    for (const Entry& column : source.catalog.members(*sight.table, Namespace::column)) names.emplace_back(column.id.member);
  }
  return names;
}

std::optional<Cause> find(const ErrorReport& error, const Evidence& evidence) {
  if (!is_missing_object(error)) return std::nullopt;
  for (const Source* source : evidence.sources)
    if (look(source, error).is_present()) return std::nullopt;
  const std::string& asked = error.column.empty() ? error.relation : error.column;
  for (const Source* source : {evidence.database, evidence.migrations, evidence.model}) {
    if (!source) continue;
    const std::string nearest = nearest_name(asked, names_beside(*source, error));
    if (nearest.empty() || strcasecmp(nearest.c_str(), asked.c_str()) == 0) continue;
    Cause cause;
    cause.confidence = Confidence::possible;
    cause.headline = fmt::format("No source looked at has {}; {} is the nearest name.", name_of(error), nearest);
    cause.because = {reason(role_name(source->role), "has " + nearest)};
    cause.next_steps = {{"do", fmt::format("write {} in the statement, if that is meant", quote_identifier(nearest))}};
    return cause;
  }
  return std::nullopt;
}

}  // namespace

constinit const Detector misspelled{"misspelled", "no source has the name, and one has a name that is nearly it", find};

}  // namespace pgplumb
