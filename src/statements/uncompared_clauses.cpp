#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>

#include "kinds/ddl.h"
#include "kinds/default_names.h"
#include "sql/read_expression.h"
#include "statements/uncompared.h"

namespace pgplumb {

namespace {

struct ClauseWords {
  AlterTableType type;
  std::string_view name;
  std::string_view why;
};

constexpr std::string_view row_security = "row security is not compared";
constexpr std::string_view triggers = "triggers are not compared";
constexpr std::string_view rules = "rules are not compared";
constexpr std::string_view storage = "storage is not compared";
constexpr std::string_view inheritance = "inheritance is not compared";

constexpr std::array uncompared_clauses = {
    ClauseWords{AT_EnableRowSecurity, "ENABLE ROW LEVEL SECURITY", row_security},
    ClauseWords{AT_DisableRowSecurity, "DISABLE ROW LEVEL SECURITY", row_security},
    ClauseWords{AT_ForceRowSecurity, "FORCE ROW LEVEL SECURITY", row_security},
    ClauseWords{AT_NoForceRowSecurity, "NO FORCE ROW LEVEL SECURITY", row_security},
    ClauseWords{AT_EnableTrig, "ENABLE TRIGGER", triggers},
    ClauseWords{AT_EnableAlwaysTrig, "ENABLE ALWAYS TRIGGER", triggers},
    ClauseWords{AT_EnableReplicaTrig, "ENABLE REPLICA TRIGGER", triggers},
    ClauseWords{AT_DisableTrig, "DISABLE TRIGGER", triggers},
    ClauseWords{AT_EnableTrigAll, "ENABLE TRIGGER ALL", triggers},
    ClauseWords{AT_DisableTrigAll, "DISABLE TRIGGER ALL", triggers},
    ClauseWords{AT_EnableTrigUser, "ENABLE TRIGGER USER", triggers},
    ClauseWords{AT_DisableTrigUser, "DISABLE TRIGGER USER", triggers},
    ClauseWords{AT_EnableRule, "ENABLE RULE", rules},
    ClauseWords{AT_EnableAlwaysRule, "ENABLE ALWAYS RULE", rules},
    ClauseWords{AT_EnableReplicaRule, "ENABLE REPLICA RULE", rules},
    ClauseWords{AT_DisableRule, "DISABLE RULE", rules},
    ClauseWords{AT_SetStatistics, "SET STATISTICS", storage},
    ClauseWords{AT_SetOptions, "SET (…) of a column", storage},
    ClauseWords{AT_ResetOptions, "RESET (…) of a column", storage},
    ClauseWords{AT_SetStorage, "SET STORAGE", storage},
    ClauseWords{AT_SetCompression, "SET COMPRESSION", storage},
    ClauseWords{AT_ClusterOn, "CLUSTER ON", storage},
    ClauseWords{AT_DropCluster, "SET WITHOUT CLUSTER", storage},
    ClauseWords{AT_SetLogged, "SET LOGGED", storage},
    ClauseWords{AT_SetUnLogged, "SET UNLOGGED", storage},
    ClauseWords{AT_DropOids, "SET WITHOUT OIDS", storage},
    ClauseWords{AT_SetAccessMethod, "SET ACCESS METHOD", storage},
    ClauseWords{AT_SetTableSpace, "SET TABLESPACE", storage},
    ClauseWords{AT_SetRelOptions, "SET (…)", storage},
    ClauseWords{AT_ResetRelOptions, "RESET (…)", storage},
    ClauseWords{AT_ReplicaIdentity, "REPLICA IDENTITY", "replica identities are not compared"},
    ClauseWords{AT_ChangeOwner, "OWNER TO", "owners are not compared"},
    ClauseWords{AT_AddInherit, "INHERIT", inheritance},
    ClauseWords{AT_DropInherit, "NO INHERIT", inheritance},
    ClauseWords{AT_AddOf, "OF a type", inheritance},
    ClauseWords{AT_DropOf, "NOT OF", inheritance},
    ClauseWords{AT_GenericOptions, "OPTIONS (…)", "options of foreign tables are not compared"},
    ClauseWords{AT_AlterColumnGenericOptions, "OPTIONS (…) of a column", "options of foreign tables are not compared"},
};

/// The columns that an expression on the table names.
std::vector<const Symbol*> columns_in(Session& session, const Symbol* table, const Node* expression) {
  std::vector<const Symbol*> columns;
  NameResolver names = session.names(table);
  names.column = [&columns, known = names.column](std::string_view name) {
    const Symbol* column = known(name);
    if (column && std::find(columns.begin(), columns.end(), column) == columns.end()) columns.push_back(column);
    return column;
  };
  read_expression(expression, names);
  return columns;
}

/// An unnamed CHECK over one column only is named after it (AddRelationNewConstraints in catalog/heap.c).
void read_check(Session& session, Symbol* table, Symbol* column, const Constraint* constraint) {
  const auto columns = columns_in(session, table, constraint->raw_expr);
  const Symbol* only = column ? column : columns.size() == 1 ? columns.front() : nullptr;
  const std::string name =
      constraint->conname
          ? constraint->conname
          : session.choose_constraint_name(table, table->text, only ? std::string_view(only->text) : std::string_view(), "check");
  session.require_free_constraint_name(table, name);
  session.bystanders().add(Namespace::constraint, table, name, {"CHECK constraint", session.at(constraint->location), columns});
  session.not_compared("CHECK constraint", "check constraints are not compared", constraint->location, member_name(table, name));
}

std::string choose_exclusion_name(Session& session, const Symbol* table, const Constraint* constraint) {
  std::vector<std::string> names;
  for (const Node* pair : nodes_of(constraint->exclusions)) {
    const auto element = nodes_of(reinterpret_cast<const List*>(pair));
    const auto* key = as<IndexElem>(element.front());
    const std::string_view figured = key->name ? std::string_view(key->name) : figure_column_name(key->expr);
    names.emplace_back(figured.empty() ? "expr" : figured);
  }
  const std::vector<std::string_view> views(names.begin(), names.end());
  return session.choose_relation_name(table->parent, table->text, join_column_names(views), "excl", true);
}

void read_exclusion(Session& session, Symbol* table, const Constraint* constraint) {
  const std::string name = constraint->conname ? constraint->conname : choose_exclusion_name(session, table, constraint);
  session.require_free_relation_name(table->parent, name);
  session.require_free_constraint_name(table, name);
  const Bystander made{"EXCLUDE constraint", session.at(constraint->location), {table}};
  session.bystanders().add(Namespace::constraint, table, name, made);
  session.bystanders().add(Namespace::relation, table->parent, name, made);
  session.not_compared("EXCLUDE constraint", "exclusion constraints are not compared", constraint->location,
                       member_name(table, name));
}

}  // namespace

void pass_over_clause(Session& session, const Symbol* table, const AlterTableCmd* command) {
  const auto words = std::find_if(uncompared_clauses.begin(), uncompared_clauses.end(),
                                  [&](const ClauseWords& row) { return row.type == command->subtype; });
  if (words == uncompared_clauses.end())
    return session.not_compared("ALTER TABLE clause", "clauses of this kind are not read", -1, display_name(*table));
  session.not_compared(std::string(words->name), std::string(words->why), -1, display_name(*table));
}

void read_uncompared_constraint(Session& session, Symbol* table, Symbol* column, const Constraint* constraint) {
  if (constraint->contype == CONSTR_CHECK) return read_check(session, table, column, constraint);
  if (constraint->contype == CONSTR_EXCLUSION) return read_exclusion(session, table, constraint);
  session.not_compared("constraint", "constraints of this kind are not read", constraint->location, display_name(*table));
}

}  // namespace pgplumb
