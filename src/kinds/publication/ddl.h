#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE PUBLICATION, ALTER PUBLICATION.
bool read_create_publication(Session& session, const Node* statement);
bool read_alter_publication(Session& session, const Node* statement);

}  // namespace pgplumb
