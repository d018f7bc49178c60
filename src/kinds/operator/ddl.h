#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE OPERATOR; false for what else DefineStmt makes.
bool read_create_operator(Session& session, const Node* statement);

/// DROP of what only other operators name as their commutator or negator; false where none does.
bool drop_shell(Session& session, std::string_view schema, std::string_view signature);

/// ALTER OPERATOR … SET.
bool read_alter_operator(Session& session, const Node* statement);

}  // namespace pgplumb
