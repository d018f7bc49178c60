// The kinds whose rules are missing-KIND, extra-KIND and KIND-definition: one row each, with what follows from them.
#pragma once

#include <pgplumb/findings/finding.h>

#include <span>
#include <string>
#include <string_view>

namespace pgplumb {

/// What a rule of such a kind comes to, and why.
struct RuleOutcome {
  Severity severity;
  std::string_view sqlstate;  ///< "" where no statement fails
  std::string_view text;
};

struct KindRules {
  std::string_view kind;
  std::string_view phrase;           ///< "an event trigger"
  std::string_view definition_rule;  ///< "event-trigger-definition"
  RuleOutcome missing, extra, different;
};

std::span<const KindRules> kind_rules();
/// Null for a kind whose rules are its own.
const KindRules* find_kind_rules(std::string_view kind);
/// Those whose definition rule it is; null for none.
const KindRules* find_definition_rules(std::string_view rule);

/// "event-trigger" of "event trigger".
std::string hyphenated(std::string_view kind);

}  // namespace pgplumb
