// What bears a type's name in its own: functions, operators and casts follow where the type is called otherwise.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string>

namespace pgplumb {

/// As signatures have it.
std::string type_as_written(const Symbol* type);

/// `before` is type_as_written() of it until now.
void follow_renamed_type(Session& session, const Symbol* type, const std::string& before);

/// ALTER TYPE … RENAME and SET SCHEMA of the type of a range type's multiranges, which is no object of its own.
void call_multirange_otherwise(Session& session, const Symbol* multirange, const Symbol* schema, std::string_view name);

}  // namespace pgplumb
