#include "sql/geometry_type.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>

namespace pgplumb {

std::string geometry_modifiers(std::string_view type, const std::vector<std::string>& modifiers) {
  std::string shape = lower_case(modifiers.front());
  std::erase(shape, ' ');
  std::string srid = modifiers.size() > 1 ? modifiers[1] : "0";
  if (srid == "0" || srid.starts_with('-')) srid = type == "geography" ? "4326" : "";
  if (srid.empty()) return shape == "geometry" ? std::string() : shape;
  return shape + "," + srid;
}

}  // namespace pgplumb
