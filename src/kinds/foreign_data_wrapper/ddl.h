#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE, ALTER FOREIGN DATA WRAPPER.
bool read_create_foreign_data_wrapper(Session& session, const Node* statement);
bool read_alter_foreign_data_wrapper(Session& session, const Node* statement);

}  // namespace pgplumb
