// Which of the operators of a name an operation means.
#pragma once

#include <pgplumb/catalog/draft.h>

#include <span>
#include <vector>

namespace pgplumb {

/// Null where it is one of PostgreSQL's `own`, or not known. The only one of a name that PostgreSQL has none of is it, whatever
/// its operands are.
const Symbol* operator_among(const Draft& draft, std::vector<Symbol*> candidates, std::span<const Signature> own,
                             const Expression& operation);

}  // namespace pgplumb
