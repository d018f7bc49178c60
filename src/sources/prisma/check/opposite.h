// The line that a relation lacks on its other side.
#pragma once

#include <string>

#include "sources/prisma/schema.h"

namespace pgplumb::prisma {

/// Notes that the relation field has no opposite; the hint is the line to add, as in `calls Call[]`.
void note_missing_opposite(Schema& schema, const Field& field);

/// `fields: […], references: […]` as they would be for a relation to the model, from its id.
std::string suggest_foreign_key(const Field& field);

/// Whether the named fields are exactly the id or a unique of the model, in any order.
bool is_unique_key(const Model& model, std::vector<std::string_view> names);

}  // namespace pgplumb::prisma
