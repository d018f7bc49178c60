// What bears a type's name in its own: functions, operators and casts follow where the type is called otherwise.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string>

namespace pgplumb {

/// As signatures have it.
std::string type_as_written(const Symbol* type);

/// `before` is type_as_written() of it until now.
void follow_renamed_type(Session& session, const Symbol* type, const std::string& before);

/// ALTER TYPE … RENAME of the type of a range type's multiranges, which is no object of its own; false where it is none.
bool rename_multirange(Session& session, std::string_view schema, std::string_view name, std::string_view new_name);

}  // namespace pgplumb
