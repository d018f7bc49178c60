// The model has it, the database does not, and the migrations were not looked at.
#include <fmt/format.h>

#include "explain/causes/cause.h"
#include "explain/causes/wording.h"

namespace pgplumb {
namespace {

std::optional<Cause> find(const ErrorReport& error, const Evidence& evidence) {
  if (!is_missing_object(error) || evidence.migrations) return std::nullopt;
  const Sight stated = look(evidence.model, error);
  if (!stated.is_present() || !look(evidence.database, error).is_absent()) return std::nullopt;
  if (find_near_miss(evidence, evidence.model, stated.column) || find_near_miss(evidence, evidence.model, stated.table))
    return std::nullopt;

  Cause cause;
  cause.confidence = Confidence::likely;
  cause.headline = fmt::format("{} is in the model and not in the database.", name_of(error));
  cause.at = stated.entry()->declared_at;
  cause.because = {reason(witness_of(*evidence.model, *stated.entry()), "states it"), reason("database", "does not have it"),
                   reason("migrations", "NOT LOOKED AT: whether one makes it is not known")};
  cause.next_steps = {{"do", "give the migrations as well: --migrations PLACE"}, confirm_with_check(error.relation)};
  return cause;
}

}  // namespace

constinit const Detector not_in_database{"not-in-database",
                                         "the model has it, the database does not; the migrations were not looked at", find};

}  // namespace pgplumb
