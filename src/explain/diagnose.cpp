// Errors and sources in, ranked causes out: name the object, ask every detector, the likeliest first.
#include <pgplumb/explain/incident.h>

#include <algorithm>

#include "explain/candidates.h"
#include "explain/causes/cause.h"
#include "explain/conditions.h"

namespace pgplumb {
namespace {

constexpr std::size_t most_candidates = 20;

void add_causes(const ErrorReport& error, const Evidence& evidence, bool is_guess, std::vector<Cause>& causes) {
  for (const Detector& detector : detectors()) {
    auto cause = detector.find(error, evidence);
    if (!cause) continue;
    cause->cause = detector.cause;
    // What is sure of an object is likely at most of an error that may be about another.
    if (is_guess) cause->confidence = std::max(cause->confidence, Confidence::likely);
    causes.push_back(std::move(*cause));
  }
}

std::string_view seen_in_words(Seen seen) {
  switch (seen) {
    case Seen::not_looked_at:
      return "NOT LOOKED AT";
    case Seen::silent:
      return "has no words for it";
    case Seen::uncertain:
      return "not known: something unread names it";
    case Seen::absent:
      return "does not have it";
    case Seen::present:
      return "has it";
  }
  return {};
}

/// For an error that nothing seen explains: what was seen.
std::vector<std::string> what_was_seen(const ErrorReport& error, const Evidence& evidence) {
  if (!is_missing_object(error))
    return {"explain knows no cause of " + display_code(error.sqlstate, error.prisma) + " in what was looked at"};
  std::vector<std::string> lines;
  for (const auto& [role, source] :
       {std::pair{Role::model, evidence.model}, {Role::migrations, evidence.migrations}, {Role::database, evidence.database}})
    lines.push_back(std::string(role_name(role)) + ": " + std::string(seen_in_words(look(source, error).seen)));
  return lines;
}

Incident diagnose_one(const ErrorReport& error, const Evidence& evidence) {
  Incident incident{.error = error, .causes = {}, .also = {}};
  Candidates candidates = name_object(error, evidence);
  const bool is_guess = !candidates.checked.empty();
  if (candidates.errors.size() > most_candidates) {
    candidates.checked.push_back(std::to_string(candidates.errors.size()) + " are absent; the first " +
                                 std::to_string(most_candidates) + " are shown");
    candidates.errors.resize(most_candidates);
  }
  for (const ErrorReport& candidate : candidates.errors) add_causes(candidate, evidence, is_guess, incident.causes);
  std::stable_sort(incident.causes.begin(), incident.causes.end(),
                   [](const Cause& a, const Cause& b) { return a.confidence < b.confidence; });
  if (is_guess)
    incident.also = std::move(candidates.checked);
  else
    incident.also = incident.causes.empty() ? what_was_seen(error, evidence) : incident.causes.front().also;
  return incident;
}

}  // namespace

std::vector<Incident> diagnose(const std::vector<ErrorReport>& errors, const std::vector<const Source*>& sources) {
  const Evidence evidence(sources);
  std::vector<Incident> incidents;
  for (const ErrorReport& error : errors) incidents.push_back(diagnose_one(error, evidence));
  return incidents;
}

}  // namespace pgplumb
