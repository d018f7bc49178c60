#include "kinds/spelling.h"

#include "kinds/composite_type/composite_types.sql.h"
#include "kinds/composite_type/ddl.h"
#include "kinds/composite_type/rows.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) {
  std::string attributes;
  for (const TypeAttribute& attribute : std::get<CompositeType>(entry.object).attributes)
    attributes += (attributes.empty() ? "" : ", ") + quote_identifier(attribute.name.str()) + " " +
                  type_and_collation(attribute.type, attribute.collation);
  return "CREATE TYPE " + quoted_owner(entry.id) + " AS (" + attributes + ")";
}

std::string drop(const Entry& entry) { return "DROP TYPE " + quoted_owner(entry.id); }

constexpr CatalogQuery queries[] = {
    {"composite_types.sql", "reads composite types", composite_types_sql, 1, read_composite_type_row}};

constexpr StatementSpelling statements[] = {{T_CompositeTypeStmt, read_create_composite_type}};

}  // namespace

extern const Spelling composite_type_spelling{CompositeType::kind, "composite types", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
