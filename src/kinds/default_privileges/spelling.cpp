#include "kinds/spelling.h"

#include <algorithm>
#include <cctype>

#include "kinds/default_privileges/ddl.h"
#include "kinds/default_privileges/default_privileges.sql.h"
#include "kinds/default_privileges/rows.h"
#include "kinds/default_privileges/write.h"
#include "kinds/privileges/write.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

const SecuredObjects& objects_of(const Entry& entry) { return *secured_objects_of(entry.object); }

/// What holds where there are none.
Privileges usual(const Entry& entry) { return entry.id.schema.empty() ? built_in_privileges(objects_of(entry)) : Privileges(); }

Privileges stated(const Entry& entry) { return read_privileges(entry.notes->remarks.privileges, objects_of(entry)); }

std::string create(const Entry& entry) { return alter_default_privileges_sql(entry, usual(entry), stated(entry)); }
std::string drop(const Entry& entry) { return alter_default_privileges_sql(entry, stated(entry), usual(entry)); }

constexpr CatalogQuery queries[] = {{"default_privileges.sql", "with --privileges: reads default privileges",
                                     default_privileges_sql, 1, read_default_privileges_row, 0, CatalogQuery::no_end,
                                     CatalogQuery::Sent::for_privileges}};

constexpr StatementSpelling statements[] = {{T_AlterDefaultPrivilegesStmt, read_alter_default_privileges}};

}  // namespace

std::string alter_default_privileges_sql(const Entry& entry, const Privileges& from, const Privileges& to) {
  std::string before = "ALTER DEFAULT PRIVILEGES ", on(objects_of(entry).plural);
  if (!entry.notes->remarks.owner.empty()) before += "FOR ROLE " + quote_identifier(entry.notes->remarks.owner.str()) + " ";
  if (!entry.id.schema.empty()) before += "IN SCHEMA " + quote_identifier(entry.id.schema) + " ";
  std::transform(on.begin(), on.end(), on.begin(), [](unsigned char letter) { return std::toupper(letter); });
  return grant_sql(from, to, objects_of(entry), before, on);
}

extern const Spelling default_privileges_spelling{
    DefaultPrivileges::kind, "default privileges", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
