// Two fields that are one relation: what each of them must and must not say.
#pragma once

#include "sources/prisma/schema.h"

namespace pgplumb::prisma {

/// `one` holds the foreign key, `many` is the list.
void relate_one_to_many(Schema& schema, const Field& one, const Field& many);
void relate_one_to_one(Schema& schema, const Field& a, const Field& b);
void relate_many(Schema& schema, const Field& a, const Field& b);

}  // namespace pgplumb::prisma
