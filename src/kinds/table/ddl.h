#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

// Clauses of ALTER TABLE that concern the table as a whole.
void read_set_options(Session& session, Symbol* table, const Node* command);
/// ALTER FOREIGN TABLE … OPTIONS (…).
void read_foreign_table_options(Session& session, Symbol* table, const Node* command);
void read_set_logged(Session& session, Symbol* table, const Node* command);
void read_inherit(Session& session, Symbol* table, const Node* command);
void read_replica_identity(Session& session, Symbol* table, const Node* command);
/// The index by which rows are replicated is a constraint's from now on, under its name.
void follow_replica_index(Session& session, const Symbol* table, const Symbol* index, std::string_view name);
/// OF a composite type, whose attributes the table has already, and NOT OF.
void read_of(Session& session, Symbol* table, const Node* command);

}  // namespace pgplumb
