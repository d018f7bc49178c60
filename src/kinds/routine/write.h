// Pieces of the SQL that makes a routine.
#pragma once

#include <pgplumb/catalog/catalog.h>

#include <string>
#include <string_view>

namespace pgplumb {

/// `"auth"."uid"`, without the signature that the entry's name has.
std::string quoted_name_of(const Entry& routine);
/// `a integer, VARIADIC rest text[] DEFAULT '{}'`; those of RETURNS TABLE left out.
std::string written_parameters(const Routine& routine);
/// `integer, text`: what DROP FUNCTION asks for.
std::string written_types(const Routine& routine);
/// `SETOF integer`, `TABLE (a integer)`.
std::string written_result(const Routine& routine);
/// "FUNCTION", "PROCEDURE", "AGGREGATE"
std::string_view sql_word(RoutineKind kind);
/// `$$…$$`, with a tag where the text has such signs itself.
std::string dollar_quoted(const std::string& text);
std::string upper(std::string text);

}  // namespace pgplumb
