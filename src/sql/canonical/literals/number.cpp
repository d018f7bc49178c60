#include <algorithm>
#include <charconv>

#include "sql/canonical/literals/literals.h"

namespace pgplumb {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// sign, digits with a point at `point`: the value is 0.digits * 10^point.
struct Decimal {
  bool is_negative = false;
  std::string digits;
  long point = 0;
};

/// An exponent beyond this is no constant that anybody writes out.
constexpr long largest_exponent = 400;

std::optional<Decimal> read_decimal(std::string_view text) {
  Decimal decimal;
  std::size_t at = 0;
  if (at < text.size() && (text[at] == '+' || text[at] == '-')) decimal.is_negative = text[at++] == '-';
  for (; at < text.size() && is_digit(text[at]); ++at) decimal.digits += text[at];
  decimal.point = static_cast<long>(decimal.digits.size());
  if (at < text.size() && text[at] == '.')
    for (++at; at < text.size() && is_digit(text[at]); ++at) decimal.digits += text[at];
  if (decimal.digits.empty()) return std::nullopt;
  if (at == text.size()) return decimal;
  if (text[at] != 'e' && text[at] != 'E') return std::nullopt;
  long exponent = 0;
  if (++at < text.size() && text[at] == '+') ++at;
  const auto [end, problem] = std::from_chars(text.data() + at, text.data() + text.size(), exponent);
  if (problem != std::errc() || end != text.data() + text.size() || std::abs(exponent) > largest_exponent) return std::nullopt;
  decimal.point += exponent;
  return decimal;
}

std::string print_decimal(Decimal decimal) {
  if (decimal.point < 0) decimal.digits.insert(0, static_cast<std::size_t>(-decimal.point), '0');
  const auto whole = static_cast<std::size_t>(std::max(decimal.point, 0L));
  if (decimal.digits.size() < whole) decimal.digits.append(whole - decimal.digits.size(), '0');
  std::string integer = decimal.digits.substr(0, whole);
  integer.erase(0, integer.find_first_not_of('0'));
  if (integer.empty()) integer = "0";
  const std::string fraction = decimal.digits.substr(whole);
  const bool is_zero = decimal.digits.find_first_not_of('0') == std::string::npos;
  return (decimal.is_negative && !is_zero ? "-" : "") + integer + (fraction.empty() ? "" : "." + fraction);
}

}  // namespace

std::string_view trim_literal(std::string_view text) {
  constexpr std::string_view blanks = " \t\n\r\f\v";
  const std::size_t first = std::min(text.find_first_not_of(blanks), text.size());
  return text.substr(first, text.find_last_not_of(blanks) + 1 - first);
}

LiteralText number_literal(std::string_view text) {
  const auto decimal = read_decimal(trim_literal(text));
  return decimal ? LiteralText(print_decimal(*decimal)) : std::nullopt;
}

LiteralText number_value(std::string_view text) {
  LiteralText number = number_literal(text);
  if (!number || number->find('.') == std::string::npos) return number;
  number->erase(number->find_last_not_of('0') + 1);
  if (number->back() == '.') number->pop_back();
  return number;
}

LiteralText bits_of_hexadecimal(std::string_view digits) {
  std::string bits;
  for (const char& c : digits) {
    int nibble = 0;
    if (std::from_chars(&c, &c + 1, nibble, 16).ec != std::errc()) return std::nullopt;
    for (int bit = 8; bit > 0; bit /= 2) bits += nibble & bit ? '1' : '0';
  }
  return bits;
}

}  // namespace pgplumb
