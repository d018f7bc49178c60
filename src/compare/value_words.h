#pragma once

#include <pgplumb/compare/disagreement.h>

#include <string>
#include <string_view>

namespace pgplumb {

/// What goes without saying is said where it differs.
std::string value_in_words(const Object& object, std::string_view field);

/// Values of a field that differ and read the same get words that tell them apart, as far as there are any.
void tell_apart_in_words(Disagreement& found);

}  // namespace pgplumb
