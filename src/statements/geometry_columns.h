// Functions of PostGIS that change a table.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

/// The ALTER TABLE or DROP TABLE that a call with these arguments comes to; "" for any other function, and where it is not known.
std::string statement_of_postgis(Session& session, std::string_view function, std::vector<std::string> arguments);

/// Whether the function is one of them.
bool changes_geometry_columns(std::string_view function);

}  // namespace pgplumb
