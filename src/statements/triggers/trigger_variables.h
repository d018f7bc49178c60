// What the function of a trigger is told: NEW, OLD, TG_OP …
#pragma once

#include <pgplumb/catalog/session.h>

#include <set>
#include <string>

#include "statements/do_block/evaluator/variables.h"
#include "statements/triggers/firing_triggers.h"

namespace pgplumb {

/// `row`: what is known of NEW.
Variables trigger_variables(Session& session, const FiringTrigger& firing, const RowChange& change, const ResultRow& row);

/// The columns of NEW that its condition and function name.
void append_columns_read(Session& session, const FiringTrigger& firing, std::set<std::string>& columns);

/// A row with these columns of which nothing is known.
ResultRow unknown_row(const std::set<std::string>& columns);

}  // namespace pgplumb
