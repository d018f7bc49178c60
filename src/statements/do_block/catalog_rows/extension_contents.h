// What extensions own, of which nothing is known here.
#pragma once

#include <pgplumb/catalog/session.h>

#include "sql/nodes.h"

namespace pgplumb {

/// Whether a query on the catalogs asks for what is in a schema of an extension's own, so that it may find what no file makes.
bool asks_for_contents_of_extension(Session& session, const SelectStmt* select);

}  // namespace pgplumb
