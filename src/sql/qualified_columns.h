#pragma once

#include <pgplumb/sql/expression.h>

namespace pgplumb {

/// For people, where a query's columns alone do not tell what it says: each with the name of its table before it, and a number
/// behind that where several have it, as PostgreSQL prints them. No canonical tree any more.
Expression with_qualified_columns(const Expression& expression);

}  // namespace pgplumb
