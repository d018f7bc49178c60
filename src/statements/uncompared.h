// Statements, clauses and constraints that are not compared, each under its name.
#pragma once

#include <pgplumb/catalog/session.h>

#include "sql/nodes.h"

namespace pgplumb {

/// Reports a statement that no kind reads: as not compared, or, for queries and the like, as without effect on the schema.
void pass_over(Session& session, const Node* statement);

/// Reports a clause of ALTER TABLE that no kind reads.
void pass_over_clause(Session& session, const Symbol* table, const AlterTableCmd* command);

/// Reports a constraint that no kind reads.
void pass_over_constraint(Session& session, const Symbol* table, const Constraint* constraint);

/// What DROP, ALTER … RENAME and SET SCHEMA call a type of object ("FUNCTION"), and its plural ("functions").
struct ObjectWords {
  ObjectType type;
  std::string_view name;
  std::string_view plural;
};
ObjectWords object_words(ObjectType type);

/// Why statements of its kind are not compared; "" for those that are, or that are asked for.
std::string_view why_uncompared(const Session& session, const Node* statement);

}  // namespace pgplumb
