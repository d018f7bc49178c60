// Types as the grammar gives them, made canonical.
#pragma once

#include <pgplumb/sql/data_type.h>
#include <pgplumb/sql/expression.h>

#include <optional>
#include <string_view>

#include "sql/nodes.h"

namespace pgplumb {

/// The type that a TypeName means. Names that are not built in go through `names.type`; where that is empty or returns null the
/// type's name is a Symbol without a catalog (kept for the process, parent by name). serial, bigserial and smallserial give int4,
/// int8 and int2. Throws SyntaxError (see parse.h) for what cannot be a column's type here: `%TYPE`, SETOF.
DataType read_type(const ::TypeName* type, const NameResolver& names);

/// Whether it is serial, bigserial or smallserial (serial2, serial4, serial8), which are no types but columns with a sequence.
bool is_serial(const ::TypeName* type);

/// Reads a type as text, such as format_type() prints it: `character varying(32)`, `timestamp(3) without time zone`,
/// `public."Role"[]`. Throws SyntaxError where the text is no type.
DataType parse_type(std::string_view text, const NameResolver& names);

}  // namespace pgplumb
