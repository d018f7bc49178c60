// Tables in which migration tools keep their own history: never drift.
#pragma once

#include <pgplumb/catalog/catalog.h>

namespace pgplumb {

/// Leaves the history tables out of the catalog, and each schema but public that holds nothing else. Their names satisfy a model
/// that states them, as the names of what extensions own do.
void set_history_tables_aside(Catalog& catalog);

}  // namespace pgplumb
