// GRANT and REVOKE as SQL.
#pragma once

#include <pgplumb/catalog/catalog.h>
#include <pgplumb/kinds/privileges.h>

#include <string>

namespace pgplumb {

/// The statements that lead from some privileges to others, with semicolons between them; "" where they are the same.
/// `before` stands before each ("ALTER DEFAULT PRIVILEGES "), `on` is what they are about: `TABLE "calls"`, `TABLES`; `part`
/// stands behind each right: ` ("id")`.
std::string grant_sql(const Privileges& from, const Privileges& to, const SecuredObjects& objects, std::string_view before,
                      std::string_view on, std::string_view part = {});

/// The same for an object as one source has it.
std::string grant_sql(const Entry& object, Text from, Text to);

/// `TABLE "calls"`, `FUNCTION "f"(integer)`: an object as ALTER and GRANT name it; as `GRANT` names it where `for_grant`.
std::string named_with_kind(const Entry& object);

}  // namespace pgplumb
