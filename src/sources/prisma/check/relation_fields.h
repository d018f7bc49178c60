// What a relation field says of itself, before it is paired.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sources/prisma/schema.h"

namespace pgplumb::prisma {

/// The names in `fields: […]`; empty where there is none.
std::vector<std::string_view> foreign_key_names(const Field& field);
/// The names in `references: […]`.
std::vector<std::string_view> reference_names(const Field& field);
/// The name in @relation("…"), "" for none.
std::string_view relation_name(const Field& field);
/// An argument of @relation, or null.
const Value* relation_argument(const Field& field, std::string_view name);

}  // namespace pgplumb::prisma
