// What model and migrations agree on is in the database under another name: renamed by hand, or by a migration that is not here.
#include <fmt/format.h>
#include <pgplumb/sql/identifier.h>

#include "explain/causes/cause.h"
#include "explain/causes/wording.h"

namespace pgplumb {
namespace {

/// The entry of the migrations, else of the model, that the error is about or whose table it is.
struct Stated {
  const Source* source;
  const Disagreement* miss;
};

std::optional<Stated> find_stated(const ErrorReport& error, const Evidence& evidence) {
  const Sight sight = look(evidence.migrations, error);
  for (const Entry* entry : {sight.column, sight.table})
    if (const auto* miss = find_near_miss(evidence, evidence.migrations, entry)) return Stated{evidence.migrations, miss};
  return std::nullopt;
}

std::string rename_back(const Entry& from, const Entry& to) {
  if (to.id.member.empty())
    return fmt::format("ALTER TABLE {} RENAME TO {};", quote_qualified(*from.symbol), quote_identifier(to.id.name));
  return fmt::format("ALTER TABLE {} RENAME COLUMN {} TO {};", quote_qualified(*from.symbol->parent),
                     quote_identifier(from.id.member), quote_identifier(to.id.member));
}

std::optional<Cause> find(const ErrorReport& error, const Evidence& evidence) {
  if (!is_missing_object(error) || !evidence.database || !look(evidence.database, error).is_absent()) return std::nullopt;
  const auto stated = find_stated(error, evidence);
  if (!stated) return std::nullopt;
  const Entry& expected = *stated->miss->says[evidence.index_of(stated->source)].entry;
  const Entry* actual = stated->miss->says[evidence.index_of(evidence.database)].entry;
  if (!actual) return std::nullopt;

  const bool is_column = !expected.id.member.empty();
  const std::string name = is_column ? std::string(actual->id.member) : display_id(actual->id);
  Cause cause;
  cause.confidence = Confidence::likely;
  cause.headline = fmt::format("{} is missing; the database has one alike, named {}.", name_of(error), name);
  cause.at = expected.declared_at;
  cause.because = {reason(witness_of(*stated->source, expected), "states it as " + name_of(error)), reason("database", name)};
  cause.next_steps = {{"do", rename_back(*actual, expected)},
                      {"do", "breaks running code that uses " + name + "; or deploy the code that does"},
                      confirm_with_check(actual->id.name)};
  return cause;
}

}  // namespace

constinit const Detector renamed{"renamed", "the database has it under another name than the migrations give it", find};

}  // namespace pgplumb
