// What @relation says, as far as it can be judged without the other side.
#pragma once

#include <optional>
#include <string_view>

#include "sources/prisma/schema.h"

namespace pgplumb::prisma {

/// Notes fields that do not exist or are no columns, and actions that are not known.
void check_relation_arguments(Schema& schema, const Field& field);

/// `Cascade`, `SetNull` …; nothing for a word that is none, or none under this relation mode.
std::optional<ReferentialAction> find_action(const Schema& schema, std::string_view name);

}  // namespace pgplumb::prisma
