// One tenant's schema taken for another's.
#pragma once

#include <pgplumb/catalog/draft.h>
#include <pgplumb/sources/source.h>

namespace pgplumb {

/// Gives the schema its other name. Nothing is renamed where that name is taken.
void rename_in_draft(const SchemaAlias& alias, Draft& draft);

/// The same for what a catalog says beside its objects: the schemas it speaks of, and what happened to whom.
void rename_in_words(const SchemaAlias& alias, Catalog& catalog);

}  // namespace pgplumb
