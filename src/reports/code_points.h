// UTF-8, one code point at a time.
#pragma once

#include <cstddef>
#include <string_view>

namespace pgplumb::reports {

struct CodePoint {
  char32_t value;    ///< the byte itself where it is not valid UTF-8
  std::size_t size;  ///< in bytes
  bool valid;
};

/// The first code point of `text`, which must not be empty.
CodePoint first_code_point(std::string_view text);

/// Whether a terminal or browser would show something else than this code point: controls, bidirectional marks, what has no
/// width, and every white space but the plain one.
bool is_deceptive(char32_t code_point);

}  // namespace pgplumb::reports
