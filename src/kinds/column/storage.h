// How a column's values are stored and estimated: Column::storage.
#pragma once

#include <pgplumb/kinds/column.h>

#include "kinds/ddl.h"
#include "kinds/spelling.h"

namespace pgplumb {

/// What is unusual about it, as columns.sql and partition_storage.sql have it in four columns from `first` on: attstorage,
/// attcompression, attstattarget and attoptions, null for the usual.
constexpr std::size_t storage_columns = 4;
Text storage_from(const Row& row, std::size_t first);

/// COMPRESSION in a column's definition.
Text stated_storage(const ColumnDef* definition);

/// What another column takes over that is made LIKE this one with INCLUDING STORAGE or INCLUDING COMPRESSION.
Text copied_storage(Text storage, bool with_storage, bool with_compression);

/// What is left of it under another type, as ATExecAlterColumnType has it (commands/tablecmds.c).
Text storage_after_type_change(Text storage);

/// What is left of it, or comes to it, by SET STORAGE, SET COMPRESSION, SET STATISTICS, SET (…) or RESET (…).
Text changed_storage(Session& session, const Symbol* column, Text storage, const AlterTableCmd* command);

// Clauses of ALTER TABLE … ALTER COLUMN: these, of a table's column or a partition's, and OPTIONS (…).
void read_storage_clause(Session& session, Symbol* relation, const Node* command);
void read_foreign_column_options(Session& session, Symbol* table, const Node* command);

}  // namespace pgplumb
