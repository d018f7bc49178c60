// Statements that PostgreSQL refuses because what they name is not there: looked at only where a handler takes that failure.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string>

#include "sql/nodes.h"

namespace pgplumb {

/// Fails with 42883 where a policy, a view, a check or a default calls a function that surely nothing makes.
void require_functions(Session& session, const Node* statement);

/// Fails with 42P01 or 42703 where a query, or a change of rows, is about a table, or sets a column, that is surely not there.
void require_relations(Session& session, const std::string& statement);

}  // namespace pgplumb
