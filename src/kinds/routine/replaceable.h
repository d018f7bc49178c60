// What CREATE OR REPLACE may change of a routine.
#pragma once

#include <pgplumb/kinds/routine.h>

namespace pgplumb {

/// Whether PostgreSQL lets the one take the other's place (ProcedureCreate in catalog/pg_proc.c).
bool is_replaceable(const Routine& from, const Routine& to);

}  // namespace pgplumb
