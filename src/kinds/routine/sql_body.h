#pragma once

#include <pgplumb/kinds/routine.h>

#include "kinds/ddl.h"

namespace pgplumb {

/// RETURN expression, or BEGIN ATOMIC … END, whose statements hold on to what they name as a view does. Of `routine`, called
/// `name` while it is made, the parameters are known.
ExpressionField read_sql_body(Session& session, std::string_view name, const Routine& routine, const Node* body);

}  // namespace pgplumb
