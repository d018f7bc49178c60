#pragma once

#include <pgplumb/catalog/session.h>

#include <optional>

#include "sql/nodes.h"

namespace pgplumb {

/// `calls.id%TYPE`: the type that the column has now; nothing for that of a column which nothing read here makes.
std::optional<DataType> percent_type(Session& session, const ::TypeName* type);

}  // namespace pgplumb
