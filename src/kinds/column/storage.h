// How a column's values are stored and estimated: Column::storage.
#pragma once

#include <pgplumb/kinds/column.h>

#include "kinds/ddl.h"

namespace pgplumb {

/// COMPRESSION in a column's definition.
Text stated_storage(const ColumnDef* definition);

/// What another column takes over that is made LIKE this one with INCLUDING STORAGE or INCLUDING COMPRESSION.
Text copied_storage(Text storage, bool with_storage, bool with_compression);

/// What is left of it under another type, as ATExecAlterColumnType has it (commands/tablecmds.c).
Text storage_after_type_change(Text storage);

// Clauses of ALTER TABLE … ALTER COLUMN.
void read_set_storage(Session& session, Symbol* table, const Node* command);
void read_set_compression(Session& session, Symbol* table, const Node* command);
void read_set_statistics(Session& session, Symbol* table, const Node* command);
void read_set_column_options(Session& session, Symbol* table, const Node* command);
void read_foreign_column_options(Session& session, Symbol* table, const Node* command);

}  // namespace pgplumb
