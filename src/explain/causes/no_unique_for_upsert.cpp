// 42P10: an upsert names columns that no unique index of the database is over.
#include <fmt/format.h>

#include "explain/causes/cause.h"
#include "explain/causes/wording.h"

namespace pgplumb {
namespace {

bool is_key(const Disagreement& found) { return found.kind == "unique" || found.kind == "primary key"; }

/// Of the error's table where it is known; an upsert's message names none.
bool is_of_table(const Disagreement& found, const Evidence& evidence, const ErrorReport& error) {
  if (!error.relation.empty()) return found.id.name == error.relation;
  const Entry* asked = evidence.model ? find_model(*evidence.model, error.model) : nullptr;
  return !asked || found.id.name == asked->id.name;
}

std::optional<Cause> find(const ErrorReport& error, const Evidence& evidence) {
  if (error.sqlstate != "42P10" || !evidence.database) return std::nullopt;
  const std::size_t database = evidence.index_of(evidence.database);
  Cause cause;
  for (const Disagreement& found : evidence.comparison.disagreements) {
    if (!is_key(found) || !found.field.empty() || found.says[database].state != State::absent ||
        !is_of_table(found, evidence, error))
      continue;
    for (std::size_t i = 0; i < found.says.size(); ++i) {
      const Entry* stated = found.says[i].entry;
      if (!stated) continue;
      if (!cause.headline.empty())
        cause.confidence = Confidence::possible;
      else
        cause.confidence = error.model.empty() && error.relation.empty() ? Confidence::possible : Confidence::likely;
      const std::string key = display_id({Namespace::relation, stated->id.schema, stated->id.name, {}}) + " has no " +
                              describe(stated->object) + " in the database";
      if (cause.headline.empty()) cause.headline = key + ".", cause.at = stated->declared_at;
      cause.because.push_back(reason(witness_of(*evidence.sources[i], *stated), key));
      cause.next_steps.push_back({"do", sql_that_makes(*stated)});
      cause.next_steps.push_back(confirm_with_check(stated->id.name));
      break;
    }
  }
  return cause.headline.empty() ? std::nullopt : std::optional(cause);
}

}  // namespace

constinit const Detector no_unique_for_upsert{"no-unique-for-upsert", "the database lacks the unique index that an upsert needs",
                                              find};

}  // namespace pgplumb
