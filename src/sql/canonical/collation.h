// Which collation the value of an expression has anyway (parser/parse_collate.c).
#pragma once

#include <pgplumb/sql/expression.h>

#include <optional>
#include <string>

namespace pgplumb {

/// As it is called in the end, without the schemas that a search_path finds anyway.
std::string name_of_collation(const Symbol& collation);

/// The collation that a column was given; "" for its type's own.
using CollationOfColumn = std::function<std::string(ColumnRef)>;

/// "" for the default one; none where that is not known, or where the value has none.
std::optional<std::string> collation_of(const Expression& expression, const KnownTypes& types,
                                        const CollationOfColumn& of_column);

}  // namespace pgplumb
