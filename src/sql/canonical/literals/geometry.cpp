// Shapes as utils/adt/geo_ops.c prints them.
#include <fmt/format.h>

#include <charconv>
#include <vector>

#include "sql/canonical/literals/literals.h"

namespace pgplumb {
namespace {

using Numbers = std::vector<double>;

/// Those between brackets and commas; none where anything else stands there.
std::optional<Numbers> numbers_in(std::string_view text, std::string_view brackets) {
  Numbers numbers;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(','), text.size());
    std::string number(text.substr(0, end));
    std::erase_if(number, [&](char c) { return c == ' ' || brackets.find(c) != brackets.npos; });
    const LiteralText plain = number_literal(number);
    double value = 0;
    if (!plain || std::from_chars(plain->data(), plain->data() + plain->size(), value).ec != std::errc()) return std::nullopt;
    numbers.push_back(value);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return numbers;
}

/// The shortest digits that give the value again.
std::string print(double number) {
  const std::string digits = fmt::format("{}", number);
  return number_value(digits).value_or(digits);
}

std::string print_point(const Numbers& numbers, std::size_t at) {
  return "(" + print(numbers[at]) + "," + print(numbers[at + 1]) + ")";
}

std::string print_points(const Numbers& numbers) {
  std::string points;
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) points += (i == 0 ? "" : ",") + print_point(numbers, i);
  return points;
}

std::optional<Numbers> points_in(std::string_view text, std::string_view brackets = "()") {
  auto numbers = numbers_in(text, brackets);
  const bool are_pairs = numbers && !numbers->empty() && numbers->size() % 2 == 0;
  return are_pairs ? numbers : std::nullopt;
}

}  // namespace

LiteralText point_literal(std::string_view text) {
  const auto numbers = points_in(text);
  return numbers && numbers->size() == 2 ? LiteralText(print_points(*numbers)) : std::nullopt;
}

/// The upper right corner and the lower left one, whichever two are given.
LiteralText box_literal(std::string_view text) {
  auto corners = points_in(text);
  if (!corners || corners->size() != 4) return std::nullopt;
  for (const std::size_t i : {std::size_t{0}, std::size_t{1}})
    if ((*corners)[i] < (*corners)[i + 2]) std::swap((*corners)[i], (*corners)[i + 2]);
  return print_points(*corners);
}

LiteralText lseg_literal(std::string_view text) {
  const auto ends = points_in(text, "()[]");
  return ends && ends->size() == 4 ? LiteralText("[" + print_points(*ends) + "]") : std::nullopt;
}

LiteralText path_literal(std::string_view text) {
  const auto points = points_in(text, "()[]");
  if (!points) return std::nullopt;
  const bool is_open = trim_literal(text).starts_with('[');
  return (is_open ? "[" : "(") + print_points(*points) + (is_open ? "]" : ")");
}

LiteralText polygon_literal(std::string_view text) {
  const auto corners = points_in(text);
  return corners ? LiteralText("(" + print_points(*corners) + ")") : std::nullopt;
}

LiteralText circle_literal(std::string_view text) {
  const auto numbers = numbers_in(text, "()<>");
  const bool is_circle = numbers && numbers->size() == 3;
  return is_circle ? LiteralText("<" + print_point(*numbers, 0) + "," + print((*numbers)[2]) + ">") : std::nullopt;
}

/// By its equation; of one through two points the server computes it.
LiteralText line_literal(std::string_view text) {
  const auto numbers = trim_literal(text).starts_with('{') ? numbers_in(text, "{}") : std::nullopt;
  if (!numbers || numbers->size() != 3) return std::nullopt;
  return "{" + print((*numbers)[0]) + "," + print((*numbers)[1]) + "," + print((*numbers)[2]) + "}";
}

}  // namespace pgplumb
