#include "statements/uncompared.h"

#include <algorithm>
#include <array>

#include "kinds/owner/ddl.h"

namespace pgplumb {

namespace {

constexpr std::array without_effect = {
    T_LockStmt,         T_VacuumStmt,         T_ExplainStmt,     T_RefreshMatViewStmt, T_ReindexStmt,       T_ClusterStmt,
    T_VariableShowStmt, T_CheckPointStmt,     T_NotifyStmt,      T_ListenStmt,         T_UnlistenStmt,      T_DiscardStmt,
    T_LoadStmt,         T_PrepareStmt,        T_ExecuteStmt,     T_DeallocateStmt,     T_DeclareCursorStmt, T_FetchStmt,
    T_ClosePortalStmt,  T_ConstraintsSetStmt, T_TransactionStmt,
};

struct StatementWords {
  NodeTag tag;
  std::string_view name;
  std::string_view why;
};

constexpr std::string_view roles = "roles are not compared";
constexpr std::string_view privileges = "privileges are compared with --privileges only";
constexpr std::string_view databases = "databases and servers are not compared";
constexpr std::string_view replication = "subscriptions are not compared";

constexpr std::array uncompared_statements = {
    StatementWords{T_CommentStmt, "COMMENT ON", "objects of this kind are not compared"},
    StatementWords{T_AlterTypeStmt, "ALTER TYPE", "options of types are not compared"},
    StatementWords{T_GrantStmt, "GRANT or REVOKE", privileges},
    StatementWords{T_GrantRoleStmt, "GRANT or REVOKE of a role", roles},
    StatementWords{T_AlterDefaultPrivilegesStmt, "ALTER DEFAULT PRIVILEGES", privileges},
    StatementWords{T_AlterOwnerStmt, "OWNER TO", owners_only_if_asked},
    StatementWords{T_DropOwnedStmt, "DROP OWNED", roles},
    StatementWords{T_ReassignOwnedStmt, "REASSIGN OWNED", roles},
    StatementWords{T_CreateRoleStmt, "CREATE ROLE", roles},
    StatementWords{T_AlterRoleStmt, "ALTER ROLE", roles},
    StatementWords{T_AlterRoleSetStmt, "ALTER ROLE … SET", roles},
    StatementWords{T_DropRoleStmt, "DROP ROLE", roles},
    StatementWords{T_CreatedbStmt, "CREATE DATABASE", databases},
    StatementWords{T_DropdbStmt, "DROP DATABASE", databases},
    StatementWords{T_AlterDatabaseStmt, "ALTER DATABASE", databases},
    StatementWords{T_AlterDatabaseSetStmt, "ALTER DATABASE … SET", databases},
    StatementWords{T_AlterSystemStmt, "ALTER SYSTEM", databases},
    StatementWords{T_CreateTableSpaceStmt, "CREATE TABLESPACE", databases},
    StatementWords{T_DropTableSpaceStmt, "DROP TABLESPACE", databases},
    StatementWords{T_AlterExtensionContentsStmt, "ALTER EXTENSION", "extensions are not compared"},
    StatementWords{T_CreateSubscriptionStmt, "CREATE SUBSCRIPTION", replication},
    StatementWords{T_AlterSubscriptionStmt, "ALTER SUBSCRIPTION", replication},
    StatementWords{T_DropSubscriptionStmt, "DROP SUBSCRIPTION", replication},
    StatementWords{T_AlterStatsStmt, "ALTER STATISTICS", "of extended statistics only the definition is compared"},
    StatementWords{T_SecLabelStmt, "SECURITY LABEL", roles},
    StatementWords{T_AlterObjectDependsStmt, "DEPENDS ON EXTENSION", "extensions are not compared"},
};

/// Statements that may make or take away any number of tables.
constexpr std::array sweeping = {T_ImportForeignSchemaStmt, T_DropOwnedStmt};

const StatementWords* words_for(const Node* statement) {
  const auto words = std::find_if(uncompared_statements.begin(), uncompared_statements.end(),
                                  [&](const StatementWords& row) { return row.tag == statement->type; });
  return words == uncompared_statements.end() ? nullptr : &*words;
}

}  // namespace

std::string_view why_uncompared(const Session& session, const Node* statement) {
  const StatementWords* words = words_for(statement);
  const bool is_asked_for = words && ((words->why == privileges && session.reads_privileges) ||
                                      (words->why == owners_only_if_asked && session.reads_owners));
  return words && !is_asked_for ? words->why : std::string_view();
}

void pass_over(Session& session, const Node* statement) {
  if (std::find(without_effect.begin(), without_effect.end(), statement->type) != without_effect.end()) {
    ++session.statements_without_effect;
    return;
  }
  if (std::find(sweeping.begin(), sweeping.end(), statement->type) != sweeping.end())
    session.absences_uncertain = session.privileges_uncertain = true;
  if (const StatementWords* words = words_for(statement))
    return session.not_compared(std::string(words->name), std::string(words->why));
  session.not_compared("statement", "statements of this kind are not read");
}

}  // namespace pgplumb
