// Literals of the types that are made of others: ranges, and all that a source makes.
#pragma once

#include "sql/canonical/literals/literals.h"

namespace pgplumb {

/// None for a type that is none of these; no text where it is one and the text is not understood. `type` is no domain.
std::optional<LiteralText> made_literal(std::string_view text, const DataType& type, const KnownTypes& types,
                                        const RenamedLabels* renamed);

}  // namespace pgplumb
