// 25P02 with nothing before it in what was given: the transaction failed at a statement that is earlier in the log.
#include "explain/causes/cause.h"

namespace pgplumb {
namespace {

std::optional<Cause> find(const ErrorReport& error, const Evidence&) {
  if (error.sqlstate != "25P02") return std::nullopt;
  Cause cause;
  cause.confidence = Confidence::certain;
  cause.headline = "The transaction had failed before: its first error is earlier in the log.";
  cause.because = {"PostgreSQL refuses every statement after an error until the transaction is rolled back"};
  cause.next_steps = {{"do", "give the lines before it as well, back to the first error of this session"},
                      {"watch", "a program that goes on after an error without rollback() repeats this for each statement"}};
  return cause;
}

}  // namespace

constinit const Detector earlier_error{"earlier-error", "the transaction failed before, at an error earlier in the log", find};

}  // namespace pgplumb
