// LANGUAGE, STABLE, SECURITY DEFINER, SET …: what CREATE and ALTER FUNCTION have besides the signature.
#pragma once

#include <pgplumb/kinds/routine.h>

#include "kinds/ddl.h"

namespace pgplumb {

void apply_routine_option(Session& session, Routine& routine, const DefElem* option);

}  // namespace pgplumb
