// What constants of type regproc, regconfig … name.
#pragma once

#include <pgplumb/catalog/draft.h>

#include <span>

namespace pgplumb {

/// The object of such a type's name: a routine or operator by its signature, or by its name where no other bears it. `path`: the
/// schemas to look in where none is given. Null where there is none that the draft has.
const Symbol* named_in_constant(const Draft& draft, std::span<const std::string> path, std::string_view type,
                                std::string_view schema, std::string_view name);

}  // namespace pgplumb
