#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

/// A label of the enum was renamed: in defaults, checks, queries and whatever else PostgreSQL keeps as a tree it has the new
/// name. What is kept as text, the body of most functions, stays as it is.
void rename_label_in_expressions(Session& session, const Symbol* type, std::string_view before, std::string_view after);

}  // namespace pgplumb
