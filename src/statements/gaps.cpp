#include "statements/gaps.h"

#include <pgplumb/pattern.h>

#include "statements/psql_variables.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

/// `${name}`, `{{ name }}`, `{name}`, and the files that graphile-migrate puts in. What is an array's in quotes does no harm.
std::string with_gaps_for_braces(std::string_view text) {
  static const Pattern braces(R"(\$?\{+[^{}]*\}+|--!\s*include\s+\S+)");
  return braces.replace(text, gap());
}

/// `:name`, `:'name'` and `:"name"`, where they stand in no quotes.
std::string with_gaps_for_variables(std::string_view text) {
  std::string known;
  std::size_t copied = 0;
  for (std::size_t at; (at = next_psql_reference(text, copied, text.size())) < text.size();) {
    known += std::string(text.substr(copied, at - copied)) + gap();
    copied = at + psql_reference_at(text, at)->size;
  }
  return known + std::string(text.substr(copied));
}

}  // namespace

std::string with_gaps(std::string_view statement) { return with_gaps_for_variables(with_gaps_for_braces(statement)); }

}  // namespace pgplumb
