#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE DOMAIN, ALTER DOMAIN.
bool read_create_domain(Session& session, const Node* statement);
bool read_alter_domain(Session& session, const Node* statement);

}  // namespace pgplumb
