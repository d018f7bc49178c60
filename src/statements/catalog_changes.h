// PostgreSQL's catalogs changed by hand, past all DDL: UPDATE pg_attribute, DELETE FROM pg_enum.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string_view>

#include "sql/nodes.h"

namespace pgplumb {

/// The same told by the words of a statement, for what is not run.
bool changes_catalog(std::string_view sql);

/// Of such a statement, what the catalog holds is uncertain: of these objects those that it names, else all. False for any other.
bool doubt_catalog_change(Session& session, const Node* statement);

}  // namespace pgplumb
