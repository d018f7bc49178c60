// The columns of the rows that a function gives.
#pragma once

#include <pgplumb/catalog/session.h>
#include <pgplumb/kinds/routine.h>

#include <optional>
#include <vector>

#include "sql/nodes.h"

namespace pgplumb {

bool is_output(const RoutineParameter& parameter);

struct ResultColumn {
  std::string name;
  DataType type;
};

/// Of the one function of that name that takes so many arguments; nothing where there is none, or several, or where it gives no
/// rows of known columns.
std::optional<std::vector<ResultColumn>> result_columns(Session& session, const FuncCall* call);

}  // namespace pgplumb
