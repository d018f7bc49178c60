#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// A column's definition: its type, NULL, NOT NULL, DEFAULT, IDENTITY. Constraints that are objects of their own are left to the
/// caller; see is_column_attribute().
Symbol* define_column(Session& session, Symbol* table, const ColumnDef* definition);
/// A column that a table gets, one with what it INHERITS while it is made; null where the name is taken.
Symbol* declare_column(Session& session, Symbol* table, std::string_view name, Column column, Position at);
/// What may name columns that are defined after it: GENERATED … AS.
void complete_column(Session& session, const Symbol* table, const Symbol* column, const ColumnDef* definition);

/// A column that is also inherited is one column, of one type; what the later definition says wins.
void merge_column(Session& session, const Symbol* column, Column later);

/// Fails with 42P16 for a column that the table INHERITS. `change` is "drop" or "rename".
void require_not_inherited(Session& session, const Symbol* column, std::string_view change);

/// What is said of a column that a table OF a type has already: `name WITH OPTIONS …`.
Symbol* read_column_options(Session& session, Symbol* table, const ColumnDef* definition);

/// Whether a constraint in a column's definition is part of the column: NOT NULL, DEFAULT …
bool is_column_attribute(const Constraint* constraint);

/// GENERATED ALWAYS or BY DEFAULT, by its letter in pg_attribute.attidentity.
inline Identity identity_of(char letter) { return letter == 'a' ? Identity::always : Identity::by_default; }

/// What a definition says; none for the type's own.
ObjectRef read_collation(Session& session, const ColumnDef* definition);

// Clauses of ALTER TABLE … ALTER COLUMN, and DROP COLUMN.
void read_drop_column(Session& session, Symbol* table, const Node* command);
void read_set_default(Session& session, Symbol* table, const Node* command);
void read_set_not_null(Session& session, Symbol* table, const Node* command);
void read_drop_not_null(Session& session, Symbol* table, const Node* command);
void read_alter_type(Session& session, Symbol* table, const Node* command);
void read_add_identity(Session& session, Symbol* table, const Node* command);
void read_set_identity(Session& session, Symbol* table, const Node* command);
void read_drop_identity(Session& session, Symbol* table, const Node* command);
void read_drop_expression(Session& session, Symbol* table, const Node* command);

}  // namespace pgplumb
