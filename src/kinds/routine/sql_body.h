#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// RETURN expression, or BEGIN ATOMIC … END, whose statements hold on to what they name as a view does.
ExpressionField read_sql_body(Session& session, const Node* body);

}  // namespace pgplumb
