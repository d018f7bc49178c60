// Queries of the canonical tree (kinds/query) for people: SQL-like, with columns unqualified.
#pragma once

#include <pgplumb/sql/expression.h>

#include <optional>
#include <string>

namespace pgplumb {

/// Nothing for a node that is no part of a query.
std::optional<std::string> display_query_part(const Expression& node);

}  // namespace pgplumb
