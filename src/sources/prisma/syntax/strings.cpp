#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "sources/prisma/syntax/values.h"

namespace pgplumb::prisma {
namespace {

void append_utf8(std::string& out, char32_t c) {
  const auto tail = [&](int shift) { return static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += {static_cast<char>(0xC0 | c >> 6), tail(0)};
  } else if (c < 0x10000) {
    out += {static_cast<char>(0xE0 | c >> 12), tail(6), tail(0)};
  } else {
    out += {static_cast<char>(0xF0 | c >> 18), tail(12), tail(6), tail(0)};
  }
}

/// The four hexadecimal digits at `i`.
std::optional<char32_t> hexadecimal_at(std::string_view text, std::size_t i) {
  if (i + 4 > text.size()) return std::nullopt;
  char32_t value = 0;
  for (char c : text.substr(i, 4)) {
    const char lower = static_cast<char>(c | 0x20);
    if (c >= '0' && c <= '9')
      value = value * 16 + static_cast<char32_t>(c - '0');
    else if (lower >= 'a' && lower <= 'f')
      value = value * 16 + static_cast<char32_t>(lower - 'a' + 10);
    else
      return std::nullopt;
  }
  return value;
}

struct UnicodeEscape {
  char32_t value;
  std::size_t length;  ///< bytes of text from the backslash on
};

/// `\u00e9`, or a pair of surrogates `\ud83d\ude00`, at `i`.
std::optional<UnicodeEscape> unicode_escape_at(std::string_view text, std::size_t i) {
  const auto first = hexadecimal_at(text, i + 2);
  if (!first) return std::nullopt;
  if (*first < 0xD800 || *first > 0xDFFF) return UnicodeEscape{*first, 6};
  if (*first > 0xDBFF || text.substr(i + 6, 2) != "\\u") return std::nullopt;
  const auto second = hexadecimal_at(text, i + 8);
  if (!second || *second < 0xDC00 || *second > 0xDFFF) return std::nullopt;
  return UnicodeEscape{0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00), 12};
}

constexpr std::string_view simple_escapes = "\"\\/bfnrt";
constexpr std::string_view simple_values = "\"\\/\b\f\n\r\t";

}  // namespace

std::string_view read_string(Cursor& cursor, const Token& token) {
  const std::string_view text = cursor.text(token).substr(1, token.end - token.begin - 2);
  const auto is_plain = [](char c) { return c != '\\' && static_cast<unsigned char>(c) >= ' '; };
  if (std::all_of(text.begin(), text.end(), is_plain)) return text;
  const auto part = [&](std::size_t begin, std::size_t length) {
    const auto start = token.begin + 1 + static_cast<std::uint32_t>(begin);
    Span where = cursor.span(token);
    where.begin = start;
    where.end = std::min(start + static_cast<std::uint32_t>(length), token.end - 1);
    return where;
  };
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < ' ')
      cursor.note(part(i, 1), "a control character in a string", "a tab is written \\t, any other as \\u0001");
    if (text[i] != '\\') {
      result += text[i++];
      continue;
    }
    if (text[i + 1] == 'u') {
      const auto escape = unicode_escape_at(text, i);
      if (escape)
        append_utf8(result, escape->value);
      else
        cursor.note(part(i, 6), "invalid unicode escape", "four hexadecimal digits follow \\u, as in \\u00e9");
      i += escape ? escape->length : 2;
      continue;
    }
    const auto known = simple_escapes.find(text[i + 1]);
    if (known == std::string_view::npos)
      cursor.note(part(i, 2), "unknown escape \"" + std::string(text.substr(i, 2)) + "\"", "a backslash itself is written \\\\");
    else
      result += simple_values[known];
    i += 2;
  }
  return cursor.keep(result);
}

}  // namespace pgplumb::prisma
