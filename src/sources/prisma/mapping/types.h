#pragma once

#include <pgplumb/sql/data_type.h>

#include <vector>

#include "sources/prisma/mapping/mapping.h"

namespace pgplumb::prisma {

/// The type of a field's column. Its name is null where the text of Unsupported("…") is no type.
DataType type_of(Mapping& mapping, const Field& field);

/// Other spellings of the same type, as show_value() prints them, the type's own included; empty where there are none.
/// PostgreSQL keeps timestamp(6) and timestamp apart, though they hold the same.
std::vector<std::string> equal_types(const DataType& type);

}  // namespace pgplumb::prisma
