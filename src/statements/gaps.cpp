#include "statements/gaps.h"

#include <pgplumb/pattern.h>

#include "sql/blank_stretches.h"
#include "statements/psql_variables.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

/// `${name}`, `{{ name }}`, `{name}`, and the files that graphile-migrate puts in. What is an array's in quotes does no harm.
std::string with_gaps_for_braces(std::string_view text) {
  static const Pattern braces(R"(\$?\{+[^{}]*\}+|--!\s*include\s+\S+)");
  return braces.replace(text, gap().c_str());
}

/// `:name`, `:'name'` and `:"name"`, where they stand in no quotes.
std::string with_gaps_for_variables(std::string_view text) {
  std::string known;
  for (std::size_t at = 0; at < text.size();) {
    const bool is_cast = text.compare(at, 2, "::") == 0;
    const auto reference = text[at] == ':' && !is_cast ? psql_reference_at(text, at) : std::nullopt;
    const std::size_t end = reference ? at + reference->size : is_cast ? at + 2 : behind_token(text, at);
    known += reference ? gap() : std::string(text.substr(at, end - at));
    at = end;
  }
  return known;
}

}  // namespace

std::string with_gaps(std::string_view statement) { return with_gaps_for_variables(with_gaps_for_braces(statement)); }

}  // namespace pgplumb
