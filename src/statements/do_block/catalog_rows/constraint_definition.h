// pg_get_constraintdef(), by which blocks look for a constraint whose name they do not know.
#pragma once

#include <pgplumb/catalog/session.h>

#include <optional>
#include <string>

namespace pgplumb {

/// As the server prints it (pg_get_constraintdef_worker in utils/adt/ruleutils.c). None of what holds an expression, which the
/// server prints in a way of its own.
std::optional<std::string> constraint_definition(Session& session, const Symbol* constraint);

}  // namespace pgplumb
