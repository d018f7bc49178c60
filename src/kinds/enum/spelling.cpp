#include "kinds/spelling.h"

#include "kinds/enum/ddl.h"
#include "kinds/enum/enums.sql.h"
#include "kinds/enum/rows.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) { return "CREATE TYPE " + quoted_owner(entry.id) + " AS ENUM ()"; }
std::string drop(const Entry& entry) { return "DROP TYPE " + quoted_owner(entry.id); }
std::string add_value(const Entry& entry) {
  return "ALTER TYPE " + quoted_owner(entry.id) + " ADD VALUE " + quote_literal(entry.id.member);
}
/// PostgreSQL cannot drop a value of an enum.
std::string drop_value(const Entry&) { return {}; }

constexpr CatalogQuery queries[] = {{"enums.sql", "reads enums and their values", enums_sql, 1, read_enum_row}};

constexpr StatementSpelling statements[] = {{T_CreateEnumStmt, read_create_enum}, {T_AlterEnumStmt, read_alter_enum}};

}  // namespace

extern const Spelling enum_spelling{Enum::kind, "enums", statements, {}, {}, queries, create, drop};
extern const Spelling enum_value_spelling{EnumValue::kind, "enum values", {}, {}, {}, {}, add_value, drop_value};

}  // namespace pgplumb
