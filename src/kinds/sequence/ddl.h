#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE SEQUENCE, ALTER SEQUENCE.
bool read_create_sequence(Session& session, const Node* statement);
bool read_alter_sequence(Session& session, const Node* statement);

/// The sequence that a serial or identity column gets, with the options that the identity gives, which may be null.
const Symbol* make_sequence(Session& session, const Symbol* table, const Symbol* column, const List* options = nullptr);
/// The sequence that a column owns; null where it owns none.
Symbol* sequence_of(Session& session, const Symbol* column);
/// Fails with 22023 where an identity column cannot be of the type.
void require_countable(const DataType& type);
/// AS type, of an identity column that changes its type.
void change_type(Session& session, const Symbol* sequence, const DataType& type);
/// ALTER … SET INCREMENT and the like, of a sequence or an identity.
void change_sequence(Session& session, const Symbol* sequence, const List* options);

}  // namespace pgplumb
