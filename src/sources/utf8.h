// UTF-8 as RFC 3629 has it: no surrogates, no overlong forms.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace pgplumb {

/// Whether all bytes are ASCII, which is the same in every encoding that is read.
bool is_ascii(std::string_view text);

/// Where the first byte stands that begins no UTF-8 sequence; none where the whole text is UTF-8.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

}  // namespace pgplumb
