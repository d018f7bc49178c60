#include "sources/database/statements.h"

#include <vector>

#include "history/tool.h"
#include "kinds/spelling.h"
#include "sources/database/begin.sql.h"
#include "sources/database/changed_meanwhile.sql.h"
#include "sources/database/end.sql.h"
#include "sources/database/extension_owned.sql.h"
#include "sources/database/extension_routines.sql.h"
#include "sources/database/history_records.sql.h"
#include "sources/database/history_tables.sql.h"
#include "sources/database/locked_relations.sql.h"
#include "sources/database/not_compared.sql.h"
#include "sources/database/partition_names.sql.h"
#include "sources/database/relations_with_rows.sql.h"
#include "sources/database/running_migrations.sql.h"
#include "sources/database/schemas_to_read.sql.h"
#include "sources/database/server.sql.h"
#include "sources/database/settings.sql.h"

namespace pgplumb {

namespace {

constexpr EmbeddedStatement before_kinds[] = {
    {"begin.sql", "opens the one transaction: read only, one snapshot", begin_sql},
    {"settings.sql", "sets time limits and printing for this transaction", settings_sql},
    {"server.sql", "asks for the server's version and the database's name", server_sql},
    {"schemas_to_read.sql", "finds the schemas to read", schemas_to_read_sql},
    {"extension_routines.sql", "reads what the functions and operators of extensions take and give", extension_routines_sql},
    {"locked_relations.sql", "after a lock was in the way: finds who holds it", locked_relations_sql},
};

constexpr EmbeddedStatement after_kinds[] = {
    {"relations_with_rows.sql", "with --after-deploy: finds the tables that are not empty", relations_with_rows_sql},
    {"partition_names.sql",
     "with --after-deploy: reads what partitions call the indexes and foreign keys that they have from above",
     partition_names_sql},
    {"extension_owned.sql", "reads the names of what extensions own", extension_owned_sql},
    {"not_compared.sql", "counts what is not compared", not_compared_sql},
    {"history_tables.sql", "finds the migration tools' history tables, and whether the role may read them", history_tables_sql},
    {"running_migrations.sql", "asks whether a migration tool is at work", running_migrations_sql},
    {"history_records.sql", "reads one of them, with the query of its tool", history_records_sql},
};

constexpr EmbeddedStatement at_the_end[] = {
    {"end.sql", "ends the transaction", end_sql},
    {"changed_meanwhile.sql", "in a transaction of its own: has the schema changed meanwhile?", changed_meanwhile_sql},
};

std::vector<EmbeddedStatement> collect() {
  std::vector<EmbeddedStatement> all(std::begin(before_kinds), std::end(before_kinds));
  for (const Spelling* spelling : spellings())
    for (const CatalogQuery& query : spelling->queries) all.push_back({query.name, query.purpose, query.sql});
  for (const CatalogQuery& query : remark_queries()) all.push_back({query.name, query.purpose, query.sql});
  all.insert(all.end(), std::begin(after_kinds), std::end(after_kinds));
  for (const HistoryTool* tool : history_tools())
    if (!tool->records_sql.empty()) all.push_back({tool->records_name, tool->name, tool->records_sql});
  all.insert(all.end(), std::begin(at_the_end), std::end(at_the_end));
  return all;
}

}  // namespace

std::span<const EmbeddedStatement> all_statements() {
  static const std::vector<EmbeddedStatement> all = collect();
  return all;
}

}  // namespace pgplumb
