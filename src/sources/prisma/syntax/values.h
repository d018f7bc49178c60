// Reads values and attributes.
#pragma once

#include <vector>

#include "sources/prisma/syntax/cursor.h"
#include "sources/prisma/syntax/tree.h"

namespace pgplumb::prisma {

Value read_value(Cursor& cursor);

/// At `@` or `@@`.
Attribute read_attribute(Cursor& cursor);

/// What the text of a string token says, its quotes taken off and its escapes resolved (those of JSON, RFC 8259 section 7). Bad
/// escapes are noted.
std::string_view read_string(Cursor& cursor, const Token& token);

}  // namespace pgplumb::prisma
