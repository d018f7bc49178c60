// Casts of what has parts: each of them has the cast instead.
#pragma once

#include "sql/canonical/casts.h"

namespace pgplumb {

/// `ARRAY['a', 'b']::text[]` is ARRAY['a'::text, 'b'::text]; an empty one keeps its cast. That of `(a COLLATE "C")::text` is one
/// of `a`; a type without collations drops the COLLATE (coerce_type in parser/parse_coerce.c). A row of a table has none.
void rewrite_cast(Expression& cast, const Casts& casts);

}  // namespace pgplumb
