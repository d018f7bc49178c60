// What PostgreSQL's scanner passes over: white space and comments.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace pgplumb {

/// From byte `begin` to before `end`.
struct Stretch {
  std::size_t begin, end;
};

/// The longest stretches of white space and comments, none inside of a quoted text.
std::vector<Stretch> blank_stretches(std::string_view sql);

/// The comments of one such stretch.
std::vector<Stretch> comments_in(std::string_view sql, Stretch blank);

/// Behind the token at `at`, which is none of these: a quoted text as a whole, else one character.
std::size_t behind_token(std::string_view sql, std::size_t at);

}  // namespace pgplumb
