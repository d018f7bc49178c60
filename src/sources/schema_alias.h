// One tenant's schema taken for another's.
#pragma once

#include <pgplumb/catalog/draft.h>
#include <pgplumb/sources/source.h>

namespace pgplumb {

/// Settles the draft with the schema under its other name. Nothing is renamed where that name is taken.
Catalog settle_as(Draft& draft, const SchemaAlias& alias);

/// The same for what a catalog says beside its objects: the schemas it speaks of, and what happened to whom.
void rename_in_words(const SchemaAlias& alias, Catalog& catalog);

}  // namespace pgplumb
