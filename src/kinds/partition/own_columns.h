// What a partition says of its table's columns by itself.
#pragma once

#include <functional>

#include "kinds/ddl.h"

namespace pgplumb {

/// What a relation's column is: a partition's as it says itself, else as what is above it has it.
Column column_of(const Draft& draft, const Symbol* relation, const Symbol* column);
/// Column::storage of it.
Text storage_of(const Draft& draft, const Symbol* relation, const Symbol* column);
/// "" for none; that of the table's column is none of the partition's.
Text comment_on_column(const Draft& draft, const Symbol* partition, const Symbol* column);

/// NOT NULL: of a partition's alone, or of a table's.
void make_not_null(Session& session, const Symbol* relation, const Symbol* column);
void drop_own_not_null(Session& session, const Symbol* partition, const Symbol* column);
/// Null for no default.
void set_own_default(Session& session, const Symbol* partition, const Symbol* column, PartitionDefault own);
/// Column::storage: of a partition's alone, or of a table's.
void set_storage(Session& session, const Symbol* relation, const Symbol* column, Text storage);
void set_comment_on_column(Session& session, const Symbol* partition, const Symbol* column, Text comment);

/// A partition that is made takes over how columns are stored, and not how they are estimated.
void leave_estimates_above(Session& session, const Symbol* partition);

/// ALTER of a column of what is partitioned, or ONLY of it: those below take it over, or keep what they had. Before it is carried
/// out.
void carry_default_to_partitions(Session& session, const Symbol* relation, const Symbol* column, bool only);
void carry_not_null_to_partitions(Session& session, const Symbol* relation, const Symbol* column);
void carry_storage_to_partitions(Session& session, const Symbol* relation, const Symbol* column,
                                 const std::function<Text(Text)>& changed);
void keep_storage_of_partitions(Session& session, const Symbol* relation, const Symbol* column);

}  // namespace pgplumb
