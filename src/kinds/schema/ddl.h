#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// CREATE SCHEMA without the statements that it may carry. Null where IF NOT EXISTS finds it.
Symbol* create_schema(Session& session, const CreateSchemaStmt* statement);

}  // namespace pgplumb
