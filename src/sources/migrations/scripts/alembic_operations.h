// Alembic's operations with literal arguments, as the SQL that SQLAlchemy makes of them for PostgreSQL.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sources/migrations/scripts/value.h"

namespace pgplumb::scripts {

struct Argument {
  std::string keyword;  ///< "" for one by position
  Value value;
  bool is_expression = false;  ///< text(…) or func.…: SQL rather than a string's characters
};
using Arguments = std::vector<Argument>;

/// A type (`String(32)`), column or constraint as a value of its own; none where it is none of these, or has what is not known.
std::optional<Value> schema_item(std::string_view function, const Arguments& arguments);

/// The statement that `op.function(arguments)` makes; none where something in it is not known.
std::optional<Value> operation_sql(std::string_view function, const Arguments& arguments);

}  // namespace pgplumb::scripts
