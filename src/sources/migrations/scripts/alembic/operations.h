// Alembic's operations as the SQL that SQLAlchemy makes of them for PostgreSQL.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sources/migrations/scripts/arguments.h"

namespace pgplumb::scripts {

/// A type (`String(32)`), column or constraint as a record of its own; none where it is none of these.
std::optional<Value> schema_item(std::string_view function, const Arguments& arguments);
std::optional<Value> schema_type(std::string_view function, const Arguments& arguments);
/// `JSON().with_variant(JSONB(), "postgresql")`.
Value with_variant(const Value& type, const Arguments& arguments);

/// One of the statements that an operation runs.
struct Operation {
  enum class Kind {
    certain,
    guarded,  ///< only where it is needed
    partial,  ///< what it names is certain; what it does to it is not
  };
  Value sql;
  Kind kind = Kind::certain;
  std::string what = {}, why = {}, object = {};  ///< of the last, as in NotCompared
};

/// What `op.function(arguments)` runs; none where it is no operation.
std::optional<std::vector<Operation>> operations_of(std::string_view function, const Arguments& arguments, std::size_t site);

/// What `type.create(connection)` and `type.drop(connection)` run.
std::optional<Operation> type_operation(std::string_view function, const Value& type, std::size_t site);

}  // namespace pgplumb::scripts
