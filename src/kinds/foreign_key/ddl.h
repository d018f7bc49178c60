#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// REFERENCES in a column's definition, FOREIGN KEY on a table.
void read_foreign_key(Session& session, Symbol* table, Symbol* column, const Node* constraint);
/// ALTER TABLE … VALIDATE CONSTRAINT.
void read_validate_constraint(Session& session, Symbol* table, const Node* command);
/// ALTER TABLE … ALTER CONSTRAINT … [NOT] DEFERRABLE.
void read_alter_constraint(Session& session, Symbol* table, const Node* command);

}  // namespace pgplumb
