#include "sources/database/keyword_string.h"

#include <pgplumb/error.h>

#include <cctype>
#include <optional>
#include <string>

#include "sources/database/url_parameters.h"

namespace pgplumb {

std::string_view without_blanks(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = text.find_first_not_of(blanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

namespace {

/// A keyword string's value: up to a blank, or in single quotes; a backslash takes the next character as it is.
std::string take_value(std::string_view& text) {
  const bool quoted = text.starts_with('\'');
  if (quoted) text.remove_prefix(1);
  std::string value;
  while (!text.empty() && (quoted ? text.front() != '\'' : !std::isspace(static_cast<unsigned char>(text.front())))) {
    if (text.front() == '\\' && text.size() > 1) text.remove_prefix(1);
    value += text.front();
    text.remove_prefix(1);
  }
  if (quoted && text.empty()) throw Error("the connection string has a ' that nothing closes");
  if (quoted) text.remove_prefix(1);
  return value;
}

/// The keyword that the text begins with when a = follows it, and takes both off.
std::optional<std::string> take_keyword(std::string_view& text) {
  const auto end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_");
  if (end == 0 || end == text.npos) return std::nullopt;
  std::string keyword(text.substr(0, end));
  const std::string_view rest = without_blanks(text.substr(end));
  if (!rest.starts_with('=')) return std::nullopt;
  text = without_blanks(rest.substr(1));
  return keyword;
}

}  // namespace

DatabaseAddress read_keyword_string(std::string_view text) {
  DatabaseAddress address;
  while (!(text = without_blanks(text)).empty()) {
    const auto keyword = take_keyword(text);
    if (!keyword)
      throw Error("the connection string is not made of keyword=value", {},
                  "put a value with blanks into single quotes: password='a b'");
    take_parameter(address, *keyword, take_value(text));
  }
  return address;
}

bool is_keyword_string(std::string_view text) {
  const auto keyword = take_keyword(text);
  if (!keyword) return false;
  DatabaseAddress probe;
  take_parameter(probe, *keyword, "probe");
  return probe.not_understood.empty();
}

}  // namespace pgplumb
