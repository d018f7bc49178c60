// What is certain of the text that the server prints of a CHECK: a block may look for one by what it says.
#pragma once

#include <pgplumb/catalog/session.h>

#include <optional>
#include <string_view>

namespace pgplumb {

/// Whether pg_get_constraintdef() of the constraint is LIKE the pattern; nothing where that hangs on how the server prints it.
/// Columns' names and constants of text are printed as they are, whatever stands around them.
std::optional<bool> check_text_matches(const Draft& draft, const Symbol* constraint, std::string_view pattern, bool in_any_case);

}  // namespace pgplumb
