#pragma once

#include <pgplumb/catalog/catalog.h>
#include <pgplumb/kinds/privileges.h>

#include <string>

namespace pgplumb {

/// The ALTER DEFAULT PRIVILEGES that lead from some privileges to others, with semicolons between them.
std::string alter_default_privileges_sql(const Entry& entry, const Privileges& from, const Privileges& to);

}  // namespace pgplumb
