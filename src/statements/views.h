// Relations that a query makes: views, materialised views, CREATE TABLE AS.
#pragma once

#include <pgplumb/catalog/session.h>

#include <optional>
#include <string>
#include <vector>

#include "sql/nodes.h"

namespace pgplumb {

/// Declares the relation with the columns of the query.
void create_from_query(Session& session, const IntoClause* into, const Node* query, RelationKind kind, bool if_not_exists);

/// A column of a query's result. Without a type the query does not plainly say what it is.
struct ResultColumn {
  std::string name;
  std::optional<DataType> type;
};
/// Nothing where even the names are not plain: `*` over what is not known here, set operations over it.
std::optional<std::vector<ResultColumn>> result_columns(Session& session, const Node* query);

/// The relations known here that a query reads, so that they cannot be dropped from under a view. Fails with 42P01 for one that
/// does not exist.
std::vector<const Symbol*> relations_read(Session& session, const Node* query);

}  // namespace pgplumb
