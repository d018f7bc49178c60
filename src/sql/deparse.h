// A raw tree back to SQL, for what the canonical tree has no words for.
#pragma once

#include <string>

#include "sql/nodes.h"
#include "sql/walk.h"

namespace pgplumb {

/// The expression as libpg_query prints it. One that nests too deep, or that it cannot print, gives a text equal to no other.
std::string deparse(const Node* expression);

/// What stands in FROM: a table, a function, a join.
std::string deparse_from_item(const Node* item);

/// A whole statement: a query, one that changes rows, NOTIFY. Any other gives a text equal to no other.
std::string deparse_statement(const Node* statement);

/// Stands for an expression that is not read at all; each call gives another text.
std::string unread_expression_text();

}  // namespace pgplumb
