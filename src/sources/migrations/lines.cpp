#include "sources/migrations/lines.h"

namespace pgplumb {

namespace {

constexpr std::string_view blanks = " \t\r\n\f\v";

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter; }

bool is_word(char letter) {
  return (lower(letter) >= 'a' && lower(letter) <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) + 1 - first);
}

std::string_view comment_in(std::string_view line) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
  const std::size_t first = line.find_first_not_of(blanks);
  const bool is_comment = first != std::string_view::npos && line.substr(first).starts_with("--");
  return is_comment ? trimmed(line.substr(first + 2)) : std::string_view();
}

bool starts_with_words(std::string_view text, std::string_view words) {
  if (text.size() < words.size()) return false;
  if (!std::equal(words.begin(), words.end(), text.begin(), [](char word, char letter) { return word == lower(letter); }))
    return false;
  return text.size() == words.size() || !is_word(text[words.size()]);
}

}  // namespace pgplumb
