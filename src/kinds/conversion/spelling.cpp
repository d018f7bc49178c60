#include "kinds/spelling.h"

#include "kinds/conversion/conversions.sql.h"
#include "kinds/conversion/ddl.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) {
  const auto& conversion = std::get<Conversion>(entry.object);
  return std::string(conversion.is_default ? "CREATE DEFAULT CONVERSION " : "CREATE CONVERSION ") + quoted_owner(entry.id) +
         " FOR " + quote_literal(conversion.from.str()) + " TO " + quote_literal(conversion.to.str()) + " FROM " +
         quoted_function(conversion.function);
}

std::string drop(const Entry& entry) { return "DROP CONVERSION " + quoted_owner(entry.id); }

constexpr CatalogQuery queries[] = {{"conversions.sql", "reads conversions", conversions_sql, 1, read_stated_row<Conversion>}};

constexpr StatementSpelling statements[] = {{T_CreateConversionStmt, read_create_conversion}};

}  // namespace

extern const Spelling conversion_spelling{Conversion::kind, "conversions", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
