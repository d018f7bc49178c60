#include "sql/canonical/literals/jsonpath_tokens.h"

#include <fmt/format.h>

#include <charconv>

namespace pgplumb {
namespace {

using Kind = JsonpathToken::Kind;

constexpr std::string_view blanks = " \t\n\r\f";
constexpr std::string_view special = "?%$.[]{}()|&!=<>@#,*:-+/";
/// Longer ones first.
constexpr std::string_view signs[] = {"&&", "||", "**", "==", "<>", "!=", "<=", ">=", "<", ">", "!", "?", "%", "$",
                                      ".",  "[",  "]",  "{",  "}",  "(",  ")",  "@",  ",", "*", "-", "+", "/"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void append_utf8(std::string& text, unsigned code) {
  const auto tail = [&](int shift) { text += static_cast<char>(0x80 | ((code >> shift) & 0x3F)); };
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xC0 | (code >> 6));
    tail(0);
  } else if (code < 0x10000) {
    text += static_cast<char>(0xE0 | (code >> 12));
    tail(6);
    tail(0);
  } else {
    text += static_cast<char>(0xF0 | (code >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

class JsonpathScanner {
 public:
  explicit JsonpathScanner(std::string_view text) : rest_(text) {}

  std::optional<std::vector<JsonpathToken>> scan() {
    std::vector<JsonpathToken> tokens;
    while (skip_blanks()) {
      if (rest_.empty()) return tokens;
      auto token = take_token();
      if (!token) return std::nullopt;
      tokens.push_back(std::move(*token));
    }
    return std::nullopt;
  }

 private:
  /// Comments, too. False where one does not end.
  bool skip_blanks() {
    while (true) {
      rest_.remove_prefix(std::min(rest_.find_first_not_of(blanks), rest_.size()));
      if (!rest_.starts_with("/*")) return true;
      const std::size_t end = rest_.find("*/", 2);
      if (end == rest_.npos) return false;
      rest_.remove_prefix(end + 2);
    }
  }

  std::optional<JsonpathToken> take_token() {
    if (rest_.starts_with('"')) return take_quoted(Kind::string);
    if (is_digit(rest_[0]) || (rest_[0] == '.' && rest_.size() > 1 && is_digit(rest_[1]))) return take_number();
    if (rest_[0] == '$' && rest_.size() > 1 && (rest_[1] == '"' || is_of_word(rest_[1]))) {
      rest_.remove_prefix(1);
      return rest_[0] == '"' ? take_quoted(Kind::variable) : take_word(Kind::variable);
    }
    if (is_of_word(rest_[0])) return take_word(Kind::word);
    for (const std::string_view sign : signs) {
      if (!rest_.starts_with(sign)) continue;
      rest_.remove_prefix(sign.size());
      return JsonpathToken{Kind::sign, std::string(sign == "<>" ? "!=" : sign)};
    }
    return std::nullopt;
  }

  static bool is_of_word(char c) { return special.find(c) == special.npos && blanks.find(c) == blanks.npos && c != '"'; }

  std::optional<JsonpathToken> take_word(Kind kind) {
    std::string word;
    while (!rest_.empty() && is_of_word(rest_[0]))
      if (!take_character(word)) return std::nullopt;
    return JsonpathToken{kind, std::move(word)};
  }

  std::optional<JsonpathToken> take_quoted(Kind kind) {
    std::string text;
    for (rest_.remove_prefix(1); !rest_.empty() && rest_[0] != '"';)
      if (!take_character(text)) return std::nullopt;
    if (rest_.empty()) return std::nullopt;
    rest_.remove_prefix(1);
    return JsonpathToken{kind, std::move(text)};
  }

  bool take_character(std::string& text) {
    const char c = rest_[0];
    rest_.remove_prefix(1);
    if (c == '\\') return take_escape(text);
    text += c;
    return true;
  }

  bool take_escape(std::string& text) {
    if (rest_.empty()) return false;
    const char letter = rest_[0];
    rest_.remove_prefix(1);
    constexpr std::string_view letters = "bfnrtv", meanings = "\b\f\n\r\t\v";
    if (letter == 'u') return take_code(text, 4);
    if (letter == 'x') return take_code(text, 2);
    const std::size_t at = letters.find(letter);
    text += at == letters.npos ? letter : meanings[at];
    return true;
  }

  /// Two escapes for one character are not understood.
  bool take_code(std::string& text, std::size_t digits) {
    const bool is_braced = digits == 4 && rest_.starts_with('{');
    if (is_braced) {
      digits = std::min(rest_.find('}'), rest_.size()) - 1;
      rest_.remove_prefix(1);
    }
    unsigned code = 0;
    const std::string_view hexadecimal = rest_.substr(0, digits);
    const auto [end, problem] = std::from_chars(hexadecimal.data(), hexadecimal.data() + hexadecimal.size(), code, 16);
    const bool is_surrogate = code >= 0xD800 && code < 0xE000;
    if (problem != std::errc() || end != hexadecimal.data() + digits || code == 0 || code > 0x10FFFF || is_surrogate)
      return false;
    rest_.remove_prefix(std::min(digits + is_braced, rest_.size()));
    append_utf8(text, code);
    return true;
  }

  /// None where letters follow at once.
  std::optional<JsonpathToken> take_number() {
    std::size_t size = 0;
    const auto skip_digits = [&] {
      while (size < rest_.size() && is_digit(rest_[size])) ++size;
    };
    skip_digits();
    if (size < rest_.size() && rest_[size] == '.') ++size;
    skip_digits();
    if (size < rest_.size() && (rest_[size] == 'e' || rest_[size] == 'E')) {
      ++size;
      if (size < rest_.size() && (rest_[size] == '+' || rest_[size] == '-')) ++size;
      skip_digits();
    }
    if (size < rest_.size() && is_of_word(rest_[size])) return std::nullopt;
    JsonpathToken number{Kind::number, std::string(rest_.substr(0, size))};
    rest_.remove_prefix(size);
    return number;
  }

  std::string_view rest_;
};

}  // namespace

std::optional<std::vector<JsonpathToken>> jsonpath_tokens(std::string_view text) { return JsonpathScanner(text).scan(); }

std::string quoted(std::string_view text) {
  std::string quoted = "\"";
  constexpr std::string_view meanings = "\b\f\n\r\t\"\\", letters = "bfnrt\"\\";
  for (const char c : text) {
    const std::size_t at = meanings.find(c);
    if (at != meanings.npos)
      quoted += std::string("\\") + letters[at];
    else if (static_cast<unsigned char>(c) < ' ')
      quoted += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
    else
      quoted += c;
  }
  return quoted += '"';
}

}  // namespace pgplumb
