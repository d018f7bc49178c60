// The collations of what CREATE TABLE … AS makes.
#pragma once

#include <pgplumb/catalog/draft.h>

#include <optional>

namespace pgplumb {

/// Whether it holds a column or an expression that has another collation than its type's, or a `name`, whose own is another than
/// that of text.
bool mentions_collation(const Draft& draft, const Expression& expression);

/// That of a column that is made of the value: none given for the type's own. Nothing where that is not told.
std::optional<ObjectRef> collation_of_made(Draft& draft, const Expression& value);

}  // namespace pgplumb
