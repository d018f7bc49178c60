// Reads the lines that stand in blocks.
#pragma once

#include "sources/prisma/syntax/cursor.h"
#include "sources/prisma/syntax/tree.h"

namespace pgplumb::prisma {

/// `email String? @unique`
FieldLine read_field(Cursor& cursor);
/// `ADMIN @map("admin")`
EnumLine read_enum_value(Cursor& cursor);
/// `provider = "postgresql"`
Property read_property(Cursor& cursor);

/// Notes a name that begins with a digit or holds a dash. `what` is "a field", "a model" …
void check_name(Cursor& cursor, const Token& token, std::string_view what);

}  // namespace pgplumb::prisma
