#pragma once

#include <string_view>

namespace pgplumb {

/// The page docs/rules/NAME.md, embedded by the build; "" when there is none.
std::string_view rule_page(std::string_view name);

}  // namespace pgplumb
