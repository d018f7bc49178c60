// Queries as canonical trees: what a view, a policy's subquery or a function's SQL body means, apart from how it was written.
//
// Aliases, qualifiers, `*`, ordinals and the names of outputs are gone: the n-th FROM item of the text is number n, and a column
// is `of n` it. Both sides of a comparison are read by this, so that the server's spelling (utils/adt/ruleutils.c) and a file's
// meet.
#pragma once

#include <pgplumb/catalog/session.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sql/nodes.h"

namespace pgplumb {

/// An output of a query. Without a type, the query does not plainly say what it is.
struct QueryColumn {
  std::string name;
  std::optional<DataType> type;
};

struct Query {
  /// Kind::other "select", "union all" …; opaque where some of it is not understood.
  Expression tree;
  std::vector<QueryColumn> columns;
  bool columns_known = true;  ///< false where even the names are not plain: `*` over what is not known here
};

/// Reads a query, INSERT, UPDATE or DELETE; of any other statement, and of what has no canonical form, the text counts.
Query read_query(Session& session, const Node* statement);

/// How expressions on the table find columns, types and, in subqueries, whatever they name.
NameResolver names_with_queries(Session& session, const Symbol* table);

/// An expression that may hold queries, read as read_field() does.
ExpressionField read_field_with_queries(Session& session, const Symbol* table, const Node* expression);

}  // namespace pgplumb
