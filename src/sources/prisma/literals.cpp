#include "sources/prisma/literals.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace pgplumb::prisma {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Reads a text from left to right by fixed shapes.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  /// `width` digits with a value from `low` to `high`.
  bool number(std::size_t width, int low, int high) {
    value = 0;
    if (rest_.size() < width || !std::all_of(rest_.begin(), rest_.begin() + width, is_digit)) return false;
    for (char c : rest_.substr(0, width)) value = value * 10 + (c - '0');
    rest_.remove_prefix(width);
    return value >= low && value <= high;
  }
  bool one_of(std::string_view characters) {
    if (rest_.empty() || characters.find(rest_[0]) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }
  std::string_view digits() {
    const auto end = static_cast<std::size_t>(std::find_if_not(rest_.begin(), rest_.end(), is_digit) - rest_.begin());
    const auto taken = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return taken;
  }
  std::string_view rest() const { return rest_; }

  int value = 0;

 private:
  std::string_view rest_;
};

int days_in(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[month - 1];
}

bool scan_date(Scanner& scanner) {
  if (!scanner.number(4, 0, 9999)) return false;
  const int year = scanner.value;
  if (!scanner.one_of("-") || !scanner.number(2, 1, 12)) return false;
  const int month = scanner.value;
  return scanner.one_of("-") && scanner.number(2, 1, days_in(year, month));
}

bool scan_clock(Scanner& scanner) {
  return scanner.number(2, 0, 23) && scanner.one_of(":") && scanner.number(2, 0, 59) && scanner.one_of(":") &&
         scanner.number(2, 0, 60);
}

/// Prisma shows a fraction with 3, 6 or 9 digits, and none where it is zero.
std::string show_fraction(std::string_view digits) {
  std::string nanoseconds(digits.substr(0, 9));
  nanoseconds.resize(9, '0');
  while (nanoseconds.size() >= 3 && nanoseconds.ends_with("000")) nanoseconds.resize(nanoseconds.size() - 3);
  return nanoseconds.empty() ? "" : "." + nanoseconds;
}

std::optional<std::string> scan_offset(Scanner& scanner) {
  const std::string_view given = scanner.rest();
  if (scanner.one_of("Zz")) return scanner.rest().empty() ? std::optional<std::string>("+00:00") : std::nullopt;
  if (!scanner.one_of("+-") || !scanner.number(2, 0, 23) || !scanner.one_of(":") || !scanner.number(2, 0, 59))
    return std::nullopt;
  if (!scanner.rest().empty()) return std::nullopt;
  return std::string(given);
}

constexpr std::string_view base64_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

std::optional<std::string> sql_time(std::string_view rfc3339) {
  Scanner scanner(rfc3339);
  if (!scan_date(scanner) || !scanner.one_of("Tt ") || !scan_clock(scanner)) return std::nullopt;
  std::string_view fraction;
  if (scanner.one_of(".")) {
    fraction = scanner.digits();
    if (fraction.empty()) return std::nullopt;
  }
  const auto offset = scan_offset(scanner);
  if (!offset) return std::nullopt;
  return fmt::format("{} {}{} {}", rfc3339.substr(0, 10), rfc3339.substr(11, 8), show_fraction(fraction), *offset);
}

std::optional<std::string> sql_bytes(std::string_view base64) {
  if (base64.size() % 4 != 0) return std::nullopt;
  const auto padding = base64.ends_with("==") ? 2 : base64.ends_with("=") ? 1 : 0;
  base64.remove_suffix(static_cast<std::size_t>(padding));
  std::string result = "\\x";
  std::uint32_t bits = 0;
  int count = 0;
  for (char c : base64) {
    const auto digit = base64_digits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    bits = bits << 6 | static_cast<std::uint32_t>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    result += fmt::format("{:02x}", bits >> count & 0xFF);
  }
  const bool nothing_left = (bits & ((1u << count) - 1)) == 0;
  return nothing_left ? std::optional(result) : std::nullopt;
}

std::optional<std::string> sql_decimal(std::string_view text) {
  std::string number;
  std::copy_if(text.begin(), text.end(), std::back_inserter(number), [](char c) { return c != '_'; });
  if (number.starts_with('+')) number.erase(0, 1);
  Scanner scanner(number);
  scanner.one_of("-");
  std::size_t digits = scanner.digits().size();
  if (scanner.one_of(".")) digits += scanner.digits().size();
  if (digits == 0) return std::nullopt;
  if (scanner.one_of("eE")) {
    scanner.one_of("+-");
    if (scanner.digits().empty()) return std::nullopt;
  }
  return scanner.rest().empty() ? std::optional(number) : std::nullopt;
}

}  // namespace pgplumb::prisma
