// How operators that a source makes are called.
#pragma once

#include <pgplumb/catalog/draft.h>

#include <optional>

namespace pgplumb {

/// As the operator's function has it; none where that is not known.
std::optional<Signature> signature_of_operator(const Draft& draft, const Symbol* symbol);

}  // namespace pgplumb
