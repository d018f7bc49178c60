#include "kinds/spelling.h"

#include "kinds/base_type/base_types.sql.h"
#include "kinds/base_type/ddl.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

/// The functions are made between a type's shell and itself: no one statement makes it.
std::string create(const Entry&) { return {}; }

std::string drop(const Entry& entry) { return "DROP TYPE " + quoted_owner(entry.id); }

constexpr CatalogQuery queries[] = {{"base_types.sql", "reads base types", base_types_sql, 1, read_stated_row<BaseType>}};

constexpr StatementSpelling statements[] = {{T_DefineStmt, read_create_base_type}, {T_AlterTypeStmt, read_alter_base_type}};

}  // namespace

extern const Spelling base_type_spelling{BaseType::kind, "base types", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
