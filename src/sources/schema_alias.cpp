#include "sources/schema_alias.h"

namespace pgplumb {

void rename_in_draft(const SchemaAlias& alias, Draft& draft) {
  if (!alias.is_set()) return;
  if (const Symbol* schema = draft.find(Namespace::schema, nullptr, alias.named)) draft.rename(schema, alias.meant);
}

void rename_in_words(const SchemaAlias& alias, Catalog& catalog) {
  if (!alias.is_set()) return;
  if (catalog.schemas.erase(alias.named)) catalog.schemas.insert(alias.meant);
  for (Event& event : catalog.events) {
    if (event.schema == alias.named) event.schema = alias.meant;
    if (event.space == Namespace::schema && event.name == alias.named) event.name = alias.meant;
  }
}

}  // namespace pgplumb
