#pragma once

#include <pgplumb/kinds/routine.h>

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE [OR REPLACE] FUNCTION or PROCEDURE.
bool read_create_routine(Session& session, const Node* statement);
/// ALTER FUNCTION, PROCEDURE, ROUTINE … STABLE, SET … and the like.
bool read_alter_routine(Session& session, const Node* statement);
/// CREATE AGGREGATE; false for what else DefineStmt makes.
bool read_create_aggregate(Session& session, const Node* statement);

/// Declares it under its signature, or replaces what has it where `replace` allows.
void declare_routine(Session& session, QualifiedName name, Routine routine, bool replace);
/// The signature follows where a type of the parameters is renamed.
void rename_signatures(Session& session, const Symbol* type);

}  // namespace pgplumb
