#include <pgplumb/findings/finding.h>

#include <algorithm>
#include <numeric>

namespace pgplumb {

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      return "info";
  }
  return {};
}

std::size_t CheckResult::count(Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(), [&](const Finding& one) { return one.severity == severity; }));
}

std::size_t CheckResult::not_compared_count() const {
  return std::accumulate(not_compared.begin(), not_compared.end(), std::size_t{0},
                         [](std::size_t sum, const NotComparedItem& one) { return sum + one.item.count; });
}

Outcome CheckResult::outcome() const {
  if (!checked || !errors.empty()) return Outcome::unchecked;
  return findings.empty() ? Outcome::clean : Outcome::drift;
}

int CheckResult::exit_code() const {
  if (outcome() == Outcome::unchecked) return 2;
  return failed ? 1 : 0;
}

}  // namespace pgplumb
