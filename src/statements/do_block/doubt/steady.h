// Variables that hold the same wherever they hold anything.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string_view>

#include "statements/do_block/evaluator/variables.h"
#include "statements/do_block/plpgsql.h"

namespace pgplumb {

/// Those of a block that is run with the variables `given`: what nothing is assigned to in it, and what one expression is, that
/// asks nothing of the catalogs; as far as it is known.
Variables steady_variables(Session& session, const Variables& given, const PlStatement& block, std::string_view body);

}  // namespace pgplumb
