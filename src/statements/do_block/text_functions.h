// PostgreSQL's functions on text that blocks put statements together with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "statements/do_block/variables.h"

namespace pgplumb {

/// Whether text is LIKE the pattern.
bool matches(std::string_view text, std::string_view pattern);

/// As quote_ident() does for a name that is no keyword.
std::string quote_where_needed(const std::string& name);

/// format() with %s, %I and %L; unknown for anything else. The arguments are known values.
Value format(const std::vector<Value>& args);

}  // namespace pgplumb
