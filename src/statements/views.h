// Relations that a query makes: views, materialised views, CREATE TABLE AS.
#pragma once

#include <pgplumb/catalog/session.h>

#include "sql/nodes.h"

namespace pgplumb {

/// Declares the relation with the columns of the query.
void create_from_query(Session& session, const IntoClause* into, const Node* query, RelationKind kind, bool if_not_exists);

}  // namespace pgplumb
