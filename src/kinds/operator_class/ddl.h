#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE OPERATOR CLASS; CREATE, ALTER OPERATOR FAMILY.
bool read_create_operator_class(Session& session, const Node* statement);
bool read_create_operator_family(Session& session, const Node* statement);
bool read_alter_operator_family(Session& session, const Node* statement);

}  // namespace pgplumb
