// Which function a call means, and the columns of the rows that it gives.
#pragma once

#include <pgplumb/catalog/session.h>
#include <pgplumb/kinds/routine.h>

#include <optional>
#include <vector>

#include "catalog/row_types.h"
#include "sql/nodes.h"

namespace pgplumb {

/// The routines of that name that take so many arguments, of the first schema of the search_path that has any.
std::vector<const Symbol*> routines_in_path(Session& session, const FuncCall* call,
                                            bool (*takes)(const Routine& routine, std::size_t arguments));

/// Of the one function of that name that takes so many arguments; nothing where there is none, or several, or where it gives no
/// rows of known columns.
std::optional<std::vector<RowColumn>> result_columns(Session& session, const FuncCall* call);

}  // namespace pgplumb
