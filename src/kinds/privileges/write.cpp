#include "kinds/privileges/write.h"

#include <pgplumb/sql/identifier.h>

#include "kinds/default_privileges/write.h"
#include "kinds/spelling.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

using Verb = PrivilegeChange::Verb;

std::string listed(const Rights& rights, const SecuredObjects& objects, std::string_view part) {
  const std::string shown = upper_case(show_rights(rights, objects));
  if (part.empty()) return shown;
  std::string text;
  for (const std::string& right : rights) text += (text.empty() ? "" : ", ") + upper_case(right) + std::string(part);
  return text;
}

std::string written_role(const std::string& role) { return role == everybody ? "PUBLIC" : quote_identifier(role); }

/// "TABLE" for all that has columns; the routine's and type's word as it is.
std::string granted_on(const Entry& object) {
  const bool has_columns = std::holds_alternative<Table>(object.object) || std::holds_alternative<Partition>(object.object);
  if (has_columns || std::holds_alternative<Column>(object.object)) return "TABLE " + quoted_owner(object.id);
  std::string named = named_with_kind(object);
  constexpr std::string_view aggregate = "AGGREGATE ";  // GRANT knows them as routines
  if (named.starts_with(aggregate)) named.replace(0, aggregate.size(), "ROUTINE ");
  return std::holds_alternative<ForeignServer>(object.object) ? "FOREIGN " + named : named;
}

}  // namespace

std::string grant_sql(const Privileges& from, const Privileges& to, const SecuredObjects& objects, std::string_view before,
                      std::string_view on, std::string_view part) {
  std::string sql;
  for (const PrivilegeChange& change : privilege_changes(from, to)) {
    const bool only_option = change.verb == Verb::revoke_grant_option;
    sql += (sql.empty() ? "" : ";\n") + std::string(before) + (change.gives() ? "GRANT " : "REVOKE ");
    sql += (only_option ? "GRANT OPTION FOR " : "") + listed(change.rights, objects, part) + " ON " + std::string(on);
    sql += (change.gives() ? " TO " : " FROM ") + written_role(change.role);
    if (change.verb == Verb::grant_with_grant_option) sql += " WITH GRANT OPTION";
  }
  return sql;
}

std::string grant_sql(const Entry& object, Text from, Text to) {
  const SecuredObjects& objects = *secured_objects_of(object.object);
  const Privileges before = read_privileges(from, objects), after = read_privileges(to, objects);
  if (std::holds_alternative<DefaultPrivileges>(object.object)) return alter_default_privileges_sql(object, before, after);
  const bool is_column = std::holds_alternative<Column>(object.object);
  return grant_sql(before, after, objects, {}, granted_on(object),
                   is_column ? " (" + quote_identifier(object.id.member) + ")" : std::string());
}

std::string named_with_kind(const Entry& object) {
  constexpr std::string_view drop = "DROP ";
  return spelling_of(kind_of(object.object)).drop_sql(object).substr(drop.size());
}

}  // namespace pgplumb
