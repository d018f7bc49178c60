// PostgreSQL's functions on text that blocks put statements together with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "statements/do_block/variables.h"

namespace pgplumb {

/// Digits, no more than a number of 64 bits has for sure.
bool is_number(const std::string& text);

/// Whether text is LIKE the pattern.
bool matches(std::string_view text, std::string_view pattern);

/// `left || right`, of which neither is NULL.
Value join(const Value& left, const Value& right);

/// format() with %s, %I and %L, each for the next argument or for that of its number; unknown for anything else.
Value format(const std::vector<Value>& args);

/// concat(), which passes over NULLs.
Value concat(const std::vector<Value>& args);

/// replace(text, what, by); the arguments are known values.
Value replace(const std::vector<Value>& args);

/// left(text, count), right(text, count); unknown for letters beyond ASCII.
Value left(const std::vector<Value>& args);
Value right(const std::vector<Value>& args);

/// substring(text FROM first [FOR length]); unknown for a pattern, and for letters beyond ASCII.
Value substring(const std::vector<Value>& args);

}  // namespace pgplumb
