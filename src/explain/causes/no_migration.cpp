// The model has it, and no migration makes it.
#include <fmt/format.h>

#include <cctype>

#include "explain/causes/cause.h"
#include "explain/causes/wording.h"
#include "findings/fixes/fixes.h"

namespace pgplumb {
namespace {

/// A migration's name: lower-case letters, digits and underscores.
std::string slug(std::string_view words) {
  std::string text;
  for (const unsigned char c : words) text += c < 0x80 && std::isalnum(c) ? static_cast<char>(std::tolower(c)) : '_';
  return text;
}

/// `migrate dev` may reset the database that it is run against, so it is never advised for one that others use.
std::vector<NextStep> steps_for(const Evidence& evidence, const ErrorReport& error) {
  if (evidence.migrations->layout != "prisma") return {{"do", "write a migration that makes " + name_of(error)}};
  const std::string make = "npx prisma migrate dev --name add_" + slug(name_of(error));
  if (evidence.database && is_local(evidence.database)) return {{"do", make}};
  return {{"do", "on a development machine, with a database of its own:"},
          {"do", make},
          {"do", "then, for this database:"},
          {"do", "npx prisma migrate deploy"}};
}

std::optional<Cause> find(const ErrorReport& error, const Evidence& evidence) {
  if (!is_missing_object(error)) return std::nullopt;
  const Sight stated = look(evidence.model, error);
  const Sight there = look(evidence.database, error);
  const bool may_be_there = there.was_looked_at() && !there.is_absent();
  if (!stated.is_present() || !look(evidence.migrations, error).is_absent() || may_be_there) return std::nullopt;
  if (find_near_miss(evidence, evidence.model, stated.column) || find_near_miss(evidence, evidence.model, stated.table))
    return std::nullopt;

  Cause cause;
  cause.confidence = there.is_absent() ? Confidence::certain : Confidence::likely;
  cause.headline = fmt::format("{} is in the model, and no migration makes it.", name_of(error));
  cause.at = stated.entry()->declared_at;
  cause.because = {reason(witness_of(*evidence.model, *stated.entry()), "states it"), reason("migrations", "none makes it"),
                   reason("database", there.was_looked_at() ? "does not have it" : "NOT LOOKED AT")};
  cause.next_steps = steps_for(evidence, error);
  cause.next_steps.push_back(confirm_with_check(error.relation));
  return cause;
}

}  // namespace

constinit const Detector no_migration{"no-migration", "the model has it, and no migration makes it", find};

}  // namespace pgplumb
