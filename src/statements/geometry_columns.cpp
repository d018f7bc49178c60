#include "statements/geometry_columns.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>

namespace pgplumb {

namespace {

constexpr std::array functions = {"addgeometrycolumn", "dropgeometrycolumn", "dropgeometrytable", "updategeometrysrid"};

using Texts = std::vector<std::string>;

/// What stands before the last `count`: a catalog, a schema and the table, the first two of which may be left out.
std::string table_before(const Texts& arguments, std::size_t count) {
  const std::size_t table = arguments.size() - count - 1;
  const std::string schema = table > 0 && !arguments[table - 1].empty() ? quote_identifier(arguments[table - 1]) + "." : "";
  return schema + quote_identifier(arguments[table]);
}

/// The shape that a number of dimensions makes of `POINT` (AddGeometryColumn in postgis.sql).
std::string shape_of(std::string shape, const std::string& dimensions) {
  shape = lower_case(shape);
  if (dimensions == "3" && !shape.ends_with('m')) return shape + "z";
  return dimensions == "4" ? shape + "zm" : shape;
}

/// (table, column, srid, type, dimensions [, whether by the type instead of constraints])
std::string added_column(Texts arguments) {
  if (arguments.back() == "true" || arguments.back() == "t") arguments.pop_back();
  if (arguments.size() < 5 || arguments.back().find_first_not_of("234") != std::string::npos) return {};
  const std::size_t column = arguments.size() - 4;
  const std::string shape = shape_of(arguments[column + 2], arguments.back());
  return "ALTER TABLE " + table_before(arguments, 4) + " ADD COLUMN " + quote_identifier(arguments[column]) + " geometry(" +
         quote_identifier(shape) + "," + arguments[column + 1] + ")";
}

/// (table, column, srid): the column keeps its shape.
std::string changed_srid(Session& session, const Texts& arguments) {
  const std::size_t table = arguments.size() - 3, column = table + 1;
  const Symbol* relation = session.find_relation(table > 0 ? arguments[table - 1] : "", arguments[table]);
  const auto* found = session.draft().object<Column>(session.draft().find(Namespace::column, relation, arguments[column]));
  if (!found || !found->type.name || found->type.name->text != "geometry") return {};
  const std::string now = found->type.modifiers.str();
  const std::string shape = now.empty() ? "geometry" : now.substr(0, now.find(','));
  return "ALTER TABLE " + table_before(arguments, 2) + " ALTER COLUMN " + quote_identifier(arguments[column]) +
         " TYPE geometry(" + quote_identifier(shape) + "," + arguments.back() + ")";
}

}  // namespace

bool changes_geometry_columns(std::string_view function) {
  return std::find(functions.begin(), functions.end(), function) != functions.end();
}

std::string statement_of_postgis(Session& session, std::string_view function, std::vector<std::string> arguments) {
  if (function == "addgeometrycolumn" && arguments.size() >= 5) return added_column(std::move(arguments));
  if (function == "dropgeometrycolumn" && arguments.size() >= 2)
    return "ALTER TABLE " + table_before(arguments, 1) + " DROP COLUMN " + quote_identifier(arguments.back());
  if (function == "updategeometrysrid" && arguments.size() >= 3) return changed_srid(session, arguments);
  if (function == "dropgeometrytable" && !arguments.empty()) return "DROP TABLE IF EXISTS " + table_before(arguments, 0);
  return {};
}

}  // namespace pgplumb
