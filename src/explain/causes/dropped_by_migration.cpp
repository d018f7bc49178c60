// A migration dropped or renamed it: the code that asks for it is older than the schema.
#include <fmt/format.h>

#include "explain/causes/cause.h"
#include "explain/causes/wording.h"

namespace pgplumb {
namespace {

bool is_about(const Event& event, const ErrorReport& error) {
  if (!error.schema.empty() && event.schema != error.schema) return false;
  if (event.name != error.relation) return false;
  return event.space == Namespace::relation || (event.space == Namespace::column && event.member == error.column);
}

/// The last event that took the name away; null when there is none.
const Event* find_end(const Catalog& catalog, const ErrorReport& error) {
  const Event* last = nullptr;
  for (const Event& event : catalog.events)
    if ((event.verb == Event::Verb::dropped || event.verb == Event::Verb::renamed) && is_about(event, error)) last = &event;
  return last;
}

std::optional<Cause> find(const ErrorReport& error, const Evidence& evidence) {
  if (!is_missing_object(error) || !look(evidence.migrations, error).is_absent()) return std::nullopt;
  const Sight there = look(evidence.database, error);
  const Event* event = there.is_present() ? nullptr : find_end(evidence.migrations->catalog, error);
  if (!event) return std::nullopt;

  const Migration* migration = evidence.provenance.migration_at(event->at);
  const std::string by = migration ? "migration " + migration->name : event->at.text();
  const bool was_renamed = event->verb == Event::Verb::renamed;
  Cause cause;
  cause.confidence = there.is_absent() ? Confidence::certain : Confidence::likely;
  cause.headline = was_renamed ? fmt::format("{} was renamed to {} by {}.", name_of(error), event->detail, by)
                               : fmt::format("{} was dropped by {}.", name_of(error), by);
  cause.at = event->at;
  cause.because = {reason(event->at.text(), was_renamed ? "renames it to " + event->detail : "drops it")};
  cause.because.push_back(reason("database", there.was_looked_at() ? "does not have it" : "NOT LOOKED AT"));
  cause.next_steps = {{"do", "deploy the code that no longer uses " + name_of(error)},
                      {"restart", "what still runs the code from before " + by}};
  return cause;
}

}  // namespace

constinit const Detector dropped_by_migration{"dropped-by-migration",
                                              "a migration dropped or renamed it, and older code still asks for it", find};

}  // namespace pgplumb
