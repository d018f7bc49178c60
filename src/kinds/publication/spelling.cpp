#include "kinds/spelling.h"

#include "kinds/publication/ddl.h"
#include "kinds/publication/publications.sql.h"
#include "kinds/publication/publications_from_15.sql.h"
#include "kinds/publication/rows.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

constexpr std::string_view all_operations = "delete, insert, truncate, update";

/// Those that inherit from it are in the list by themselves, where they are published.
std::string written_table(const PublishedTable& published) {
  return "ONLY " + quote_qualified(*published.table.symbol) +
         (published.columns.empty() ? "" : " " + quoted_columns(published.columns)) +
         (published.condition ? " WHERE (" + sql_expression(*published.condition.tree) + ")" : "");
}

std::string written_objects(const Publication& publication) {
  if (publication.all_tables) return " FOR ALL TABLES";
  std::string sql;
  const auto add = [&](const std::string& object) { sql += (sql.empty() ? " FOR " : ", ") + object; };
  for (const PublishedTable& published : publication.tables) add((sql.empty() ? "TABLE " : "") + written_table(published));
  for (const RelationRef schema : publication.schemas) add("TABLES IN SCHEMA " + quote_identifier(schema.symbol->text));
  return sql;
}

std::string written_options(const Publication& publication) {
  std::string options;
  const auto add = [&](const std::string& option) { options += (options.empty() ? "" : ", ") + option; };
  if (publication.operations != all_operations) add("publish = " + quote_literal(publication.operations.str()));
  if (publication.via_root) add("publish_via_partition_root = true");
  if (publication.generated_columns != Text("none")) add("publish_generated_columns = " + publication.generated_columns.str());
  return options.empty() ? "" : " WITH (" + options + ")";
}

std::string create(const Entry& entry) {
  const auto& publication = std::get<Publication>(entry.object);
  return "CREATE PUBLICATION " + quote_identifier(entry.id.name) + written_objects(publication) + written_options(publication);
}

std::string drop(const Entry& entry) { return "DROP PUBLICATION " + quote_identifier(entry.id.name); }

constexpr int postgresql_15 = 150000;  // the first with FOR TABLES IN SCHEMA, columns and WHERE
constexpr CatalogQuery queries[] = {
    {"publications.sql", "reads publications (PostgreSQL 12 to 14)", publications_sql, 0, read_publication_row, 0, postgresql_15},
    {"publications_from_15.sql", "reads publications (PostgreSQL 15 and later)", publications_from_15_sql, 2,
     read_publication_row, postgresql_15},
};

constexpr StatementSpelling statements[] = {{T_CreatePublicationStmt, read_create_publication},
                                            {T_AlterPublicationStmt, read_alter_publication}};

}  // namespace

extern const Spelling publication_spelling{Publication::kind, "publications", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
