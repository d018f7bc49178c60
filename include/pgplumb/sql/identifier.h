// Identifiers and literals as PostgreSQL quotes and truncates them.
#pragma once

#include <pgplumb/sql/symbol.h>

#include <string>
#include <string_view>

namespace pgplumb {

/// `"call_log"`: always quoted; `U&"a\000Ab"` where there are control characters, so that the SQL can be shown and copied.
std::string quote_identifier(std::string_view name);
/// `call_log`, `"Call"`, `"order"`: quoted only where it would not be read back as it is, as PostgreSQL prints names
/// (quote_identifier in utils/adt/ruleutils.c).
std::string quote_where_needed(std::string_view name);
/// `"auth"."users"`; without the schema where it is public or unknown.
std::string quote_qualified(const Symbol& name);
/// `'it''s'`, with E'' where a backslash asks for it.
std::string quote_literal(std::string_view text);

/// ASCII letters in lower case, as PostgreSQL reads names that are not quoted (downcase_identifier in parser/scansup.c).
std::string lower_case(std::string_view text);
/// ASCII letters in upper case.
std::string upper_case(std::string_view text);

/// NAMEDATALEN - 1: what PostgreSQL keeps of an identifier, in bytes.
inline constexpr std::size_t max_identifier_bytes = 63;
/// The first 63 bytes (or `limit`), cut on a UTF-8 character border, as PostgreSQL's pg_mbcliplen does.
std::string_view truncate_identifier(std::string_view name, std::size_t limit = max_identifier_bytes);

/// The name PostgreSQL gives an unnamed constraint or index before it looks for collisions (makeObjectName in
/// commands/indexcmds.c): `name1_name2_label`, the two names shortened alternately, longest first, to fit 63 bytes. `name2` may
/// be empty.
std::string make_object_name(std::string_view name1, std::string_view name2, std::string_view label);

/// The candidate nearest to `name` by edit distance (case ignored), for "did you mean"; "" when none is near enough
/// (more than a third of the longer name's length differs).
template <class Range>
std::string nearest_name(std::string_view name, const Range& candidates);
std::size_t edit_distance(std::string_view a, std::string_view b);
bool near_enough(std::string_view a, std::string_view b);

template <class Range>
std::string nearest_name(std::string_view name, const Range& candidates) {
  std::string best;
  std::size_t best_distance = static_cast<std::size_t>(-1);
  for (const auto& candidate : candidates) {
    if (!near_enough(name, candidate)) continue;
    const auto distance = edit_distance(name, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace pgplumb
