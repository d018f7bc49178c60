#pragma once

#include <string>
#include <string_view>

namespace pgplumb {

/// An ICU locale as BCP 47 has it, which PostgreSQL stores since 16: "de-DE" of "de_DE", "und-u-ks-level2" of
/// "@colStrength=secondary".
std::string language_tag(std::string_view locale);

}  // namespace pgplumb
