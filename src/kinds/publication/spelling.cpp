#include "kinds/spelling.h"

#include "kinds/publication/ddl.h"
#include "kinds/publication/publications.sql.h"
#include "kinds/publication/publications_from_15.sql.h"
#include "kinds/publication/rows.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) { return entry.notes->written.str(); }

std::string drop(const Entry& entry) { return "DROP PUBLICATION " + quote_identifier(entry.id.name); }

constexpr int postgresql_15 = 150000;  // the first with FOR TABLES IN SCHEMA
constexpr CatalogQuery queries[] = {
    {"publications.sql", "reads publications (PostgreSQL 12 to 14)", publications_sql, 0, read_publication_row, 0, postgresql_15},
    {"publications_from_15.sql", "reads publications (PostgreSQL 15 and later)", publications_from_15_sql, 0,
     read_publication_row, postgresql_15},
};

constexpr StatementSpelling statements[] = {{T_CreatePublicationStmt, read_create_publication},
                                            {T_AlterPublicationStmt, read_alter_publication}};

}  // namespace

extern const Spelling publication_spelling{Publication::kind, "publications", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
