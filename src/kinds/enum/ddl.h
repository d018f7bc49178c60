#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE TYPE … AS ENUM.
bool read_create_enum(Session& session, const Node* node);
/// ALTER TYPE … ADD VALUE, RENAME VALUE.
bool read_alter_enum(Session& session, const Node* node);

/// Fails with 42710 where a type, or a relation, whose row type would clash, has the name.
void require_free_type_name(Session& session, const Symbol* schema, std::string_view name);

}  // namespace pgplumb
