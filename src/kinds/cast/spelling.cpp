#include "kinds/spelling.h"

#include "kinds/cast/casts.sql.h"
#include "kinds/cast/ddl.h"
#include "kinds/cast/rows.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) { return entry.notes->written.str(); }

std::string drop(const Entry& entry) { return "DROP CAST " + std::string(entry.id.name); }

constexpr CatalogQuery queries[] = {{"casts.sql", "reads casts", casts_sql, 0, read_cast_row}};

constexpr StatementSpelling statements[] = {{T_CreateCastStmt, read_create_cast}};

}  // namespace

extern const Spelling cast_spelling{Cast::kind, "casts", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
