#include "explain/messages/code.h"

#include <array>
#include <cctype>

#include "explain/conditions.h"

namespace pgplumb {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_word(std::string_view text, std::size_t at, std::size_t length) {
  const auto joins = [&](std::size_t i) { return i < text.size() && std::isalnum(static_cast<unsigned char>(text[i])); };
  return (at == 0 || !joins(at - 1)) && !joins(at + length);
}

}  // namespace

bool is_sqlstate(std::string_view text) { return text.size() == 5 && !condition_name(text).empty(); }

std::string_view find_sqlstate(std::string_view text) {
  static constexpr std::array<std::string_view, 6> announcements{"SQLSTATE",   "SqlState", "originalCode",
                                                                 "state_code", "Code",     "code"};
  for (const auto word : announcements)
    for (auto at = text.find(word); at != npos; at = text.find(word, at + 1)) {
      const auto code_at = text.find_first_not_of(" :=\"'`\\([,", at + word.size());
      if (code_at == npos) break;
      const auto code = text.substr(code_at, 5);
      if (code_at > at + word.size() && is_sqlstate(code) && is_word(text, code_at, 5)) return code;
    }
  return {};
}

std::string_view find_prisma_code(std::string_view text) {
  for (auto at = text.find("P20"); at != npos; at = text.find("P20", at + 1))
    if (is_prisma_code(text.substr(at, 5)) && is_word(text, at, 5)) return text.substr(at, 5);
  return {};
}

std::string_view find_quoted(std::string_view text, std::string_view key) {
  const auto key_at = text.find(key);
  if (key_at == npos) return {};
  const auto begin = text.find_first_not_of("\"'`\\: =", key_at + key.size());
  if (begin == npos || begin == key_at + key.size() || begin > key_at + key.size() + 8) return {};
  return text.substr(begin, text.find_first_of("\"'`\\,\n", begin) - begin);
}

}  // namespace pgplumb
