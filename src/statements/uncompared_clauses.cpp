#include <algorithm>
#include <array>

#include "kinds/ddl.h"
#include "kinds/owner/ddl.h"
#include "statements/uncompared.h"

namespace pgplumb {

namespace {

struct ClauseWords {
  AlterTableType type;
  std::string_view name;
  std::string_view why;
};

constexpr std::string_view storage = "storage is not compared";

constexpr std::array uncompared_clauses = {
    ClauseWords{AT_ClusterOn, "CLUSTER ON", storage},         ClauseWords{AT_DropCluster, "SET WITHOUT CLUSTER", storage},
    ClauseWords{AT_DropOids, "SET WITHOUT OIDS", storage},    ClauseWords{AT_SetAccessMethod, "SET ACCESS METHOD", storage},
    ClauseWords{AT_SetTableSpace, "SET TABLESPACE", storage}, ClauseWords{AT_ChangeOwner, "OWNER TO", owners_only_if_asked},
};

}  // namespace

void pass_over_clause(Session& session, const Symbol* table, const AlterTableCmd* command) {
  const auto words = std::find_if(uncompared_clauses.begin(), uncompared_clauses.end(),
                                  [&](const ClauseWords& row) { return row.type == command->subtype; });
  if (words == uncompared_clauses.end())
    return session.not_compared("ALTER TABLE clause", "clauses of this kind are not read", -1, display_name(*table));
  session.not_compared(std::string(words->name), std::string(words->why), -1, display_name(*table));
}

void pass_over_constraint(Session& session, const Symbol* table, const Constraint* constraint) {
  session.not_compared("constraint", "constraints of this kind are not read", constraint->location, display_name(*table));
}

}  // namespace pgplumb
