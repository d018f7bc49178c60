#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE TYPE … AS RANGE.
bool read_create_range_type(Session& session, const Node* statement);

/// What PostgreSQL calls the type of a range type's multiranges by itself (makeMultirangeTypeName in catalog/pg_type.c).
std::string usual_multirange(std::string_view range);

}  // namespace pgplumb
