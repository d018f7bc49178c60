// PostgreSQL's functions on text that blocks put statements together with.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "statements/do_block/evaluator/variables.h"

namespace pgplumb {

/// Digits, no more than a number of 64 bits has for sure.
bool is_number(const std::string& text);

/// The numbers from one to the other; nothing where they are unknown, or very many.
std::optional<std::vector<Value>> numbers_between(const Value& first, const Value& last);

/// The parts of a text between separators, as string_to_array() has them; those of "{a,b}", where none is quoted.
std::optional<std::vector<Value>> parts_of(const std::string& text, const std::string& separator);
std::optional<std::vector<Value>> elements_of_literal(const std::string& text);
/// "{a,b}"; unknown where an element would have to be quoted.
Value array_literal(const std::vector<Value>& elements);

/// Whether text is LIKE the pattern.
bool matches(std::string_view text, std::string_view pattern);

/// `left || right`, of which neither is NULL.
Value join(const Value& left, const Value& right);

/// A regular expression without anything special in it but ^ and $.
struct PlainPattern {
  std::string text;
  bool at_begin = false, at_end = false;
};
std::optional<PlainPattern> plain_pattern(std::string_view expression);
/// Where it is found in a text, which ends there or not; npos for nowhere.
std::size_t place_of(const PlainPattern& pattern, std::string_view text);

/// format() with %s, %I and %L, each for the next argument or for that of its number; unknown for anything else.
Value format(const std::vector<Value>& args);

/// concat(), which passes over NULLs.
Value concat(const std::vector<Value>& args);

/// concat_ws(), whose first argument stands between the others.
Value concat_with(const std::vector<Value>& args);

/// quote_ident(name), lower(text); of what is known in part, that.
Value identifier(const Value& name);
Value in_lower_case(const Value& text);

/// replace(text, what, by); the arguments are known values.
Value replace(const std::vector<Value>& args);

/// regexp_replace(text, expression, by[, 'g']), of a plain pattern.
Value regexp_replace(const std::vector<Value>& args);

/// length(text). Unknown for letters beyond ASCII.
Value letter_count(const Value& text);

/// lpad(text, length, fill), rpad; btrim(text, letters) and the like. Unknown for letters beyond ASCII.
Value padded(std::string_view function, const std::vector<Value>& args);
Value trimmed(std::string_view function, const std::vector<Value>& args);

/// split_part(text, separator, number), of which a negative one counts from the end; the arguments are known values.
Value part_numbered(const std::vector<Value>& args);

/// left(text, count), of a text that may be known in part; right(text, count). Unknown for letters beyond ASCII.
Value left(const std::vector<Value>& args);
Value right(const std::vector<Value>& args);

/// substring(text FROM first [FOR length]); unknown for a pattern, and for letters beyond ASCII.
Value substring(const std::vector<Value>& args);

}  // namespace pgplumb
