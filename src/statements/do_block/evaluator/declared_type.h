// Variables of PL/pgSQL as what they are declared.
#pragma once

#include <pgplumb/catalog/session.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "statements/do_block/evaluator/variables.h"

namespace pgplumb {

/// Of what stands behind a variable's name in DECLARE. Nothing for rows, cursors and aliases; no name in it where it cannot be
/// told.
std::optional<DataType> declared_type(Session& session, const Variables& variables, std::string_view text);

/// What is assigned is read as the variable's type: '07' is 7 of an integer.
void assign(Session& session, Variables& variables, const std::string& name, Value value);
void assign(Session& session, Variables& variables, const std::string& name, std::vector<Value> elements);

}  // namespace pgplumb
