#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE LANGUAGE with its handler; without one it is CREATE EXTENSION.
bool read_create_language(Session& session, const Node* statement);

}  // namespace pgplumb
