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

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\n\r");
  return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(" \t\n\r") + 1 - first);
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

LiteralText number_literal(std::string_view text) {
  const auto decimal = read_decimal(trim(text));
  return decimal ? LiteralText(print_decimal(*decimal)) : std::nullopt;
}

LiteralText number_value(std::string_view text) {
  LiteralText number = number_literal(text);
  if (!number || number->find('.') == std::string::npos) return number;
  number->erase(number->find_last_not_of('0') + 1);
  if (number->back() == '.') number->pop_back();
  return number;
}

}  // namespace pgplumb
