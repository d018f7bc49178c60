// Texts line by line, as the tools read them that put their marks into comments.
#pragma once

#include <algorithm>
#include <string_view>

namespace pgplumb {

/// Without the blanks around it, `\r` included.
std::string_view trimmed(std::string_view text);
/// What stands behind `--` and blanks in a line that is a comment; "" else.
std::string_view comment_in(std::string_view line);
/// Whether it begins with these words, in whatever case; `words` is in lower case.
bool starts_with_words(std::string_view text, std::string_view words);

/// Calls `visit(line, begin)` for each line, its newline included.
template <class Visit>
void for_each_line(std::string_view text, Visit visit) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    visit(text.substr(begin, end - begin), begin);
    begin = end;
  }
}

/// The same of the lines that have `--` in them: those that can be a mark, and few.
template <class Visit>
void for_each_commented_line(std::string_view text, Visit visit) {
  for (std::size_t at = text.find("--"); at != text.npos;) {
    const std::size_t begin = text.rfind('\n', at) + 1;  // 0 where there is none
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    visit(text.substr(begin, end - begin), begin);
    at = text.find("--", end);
  }
}

template <class IsMark>
bool has_commented_line(std::string_view text, IsMark is_mark) {
  bool found = false;
  for_each_commented_line(text, [&](std::string_view line, std::size_t) { found = found || is_mark(line); });
  return found;
}

}  // namespace pgplumb
