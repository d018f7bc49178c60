// The modifiers of PostGIS's types.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

inline bool is_geometry_type(std::string_view type) { return type == "geometry" || type == "geography"; }

/// `(point,4326)` of `geometry('POINT', 4326)`, as PostGIS keeps them (postgis_typmod_out): 0 is no SRID, which geography takes
/// for 4326, and geometry(Geometry) is any geometry.
std::string geometry_modifiers(std::string_view type, const std::vector<std::string>& modifiers);

}  // namespace pgplumb
