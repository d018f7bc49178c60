// What to do: an edit of the model, SQL for the database, or a command of the migration tool.
#pragma once

#include "findings/provenance.h"

namespace pgplumb {

/// The fixes of one case, the likeliest first.
std::vector<Fix> fixes_for(const Case& one, const Verdict& verdict, const Provenance& provenance);

/// Whether it is the model that is to be edited.
bool is_edit_of_model(const Case& one, const Verdict& verdict);

/// Whether the database is on this machine, so that a command that may reset it can be named at all.
bool is_local(const Source* database);

}  // namespace pgplumb
