// LANGUAGE, STABLE, SECURITY DEFINER, SET …: what CREATE and ALTER FUNCTION have besides the signature.
#pragma once

#include <pgplumb/kinds/routine.h>

#include "kinds/ddl.h"

namespace pgplumb {

/// Keeps the functions in the order of the options that name them.
void set_function(Routine& routine, std::string_view option, RoutineRef function);
/// None where the option names none.
RoutineRef function_of(const Routine& routine, std::string_view option);

void apply_routine_option(Session& session, Routine& routine, const DefElem* option);

}  // namespace pgplumb
