#include <fmt/format.h>

#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <vector>

#include "sql/canonical/literals/literals.h"

namespace pgplumb {
namespace {

/// PostgreSQL's Interval: months and days are kept apart from time, for they vary in length.
struct Interval {
  std::int64_t months = 0;
  std::int64_t days = 0;
  std::int64_t microseconds = 0;
};

struct Unit {
  std::string_view name;
  std::int64_t Interval::*part;
  std::int64_t size;
};

constexpr std::int64_t second = 1'000'000;
// deltatktbl in utils/adt/datetime.c
constexpr Unit units[] = {
    {"microsecond", &Interval::microseconds, 1},
    {"us", &Interval::microseconds, 1},
    {"millisecond", &Interval::microseconds, 1000},
    {"ms", &Interval::microseconds, 1000},
    {"second", &Interval::microseconds, second},
    {"sec", &Interval::microseconds, second},
    {"s", &Interval::microseconds, second},
    {"minute", &Interval::microseconds, 60 * second},
    {"min", &Interval::microseconds, 60 * second},
    {"m", &Interval::microseconds, 60 * second},
    {"hour", &Interval::microseconds, 3600 * second},
    {"hr", &Interval::microseconds, 3600 * second},
    {"h", &Interval::microseconds, 3600 * second},
    {"day", &Interval::days, 1},
    {"d", &Interval::days, 1},
    {"week", &Interval::days, 7},
    {"w", &Interval::days, 7},
    {"month", &Interval::months, 1},
    {"mon", &Interval::months, 1},
    {"year", &Interval::months, 12},
    {"yr", &Interval::months, 12},
    {"y", &Interval::months, 12},
    {"decade", &Interval::months, 120},
    {"century", &Interval::months, 1200},
};

const Unit* find_unit(std::string_view word) {
  for (const Unit& unit : units)
    if (word == unit.name || (word.size() == unit.name.size() + 1 && word.starts_with(unit.name) && word.ends_with('s')))
      return &unit;
  return nullptr;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    const bool is_letter = std::isalpha(static_cast<unsigned char>(c)) != 0;
    const bool after_digit = !words.back().empty() && std::isdigit(static_cast<unsigned char>(words.back().back())) != 0;
    if (c == ' ' || (is_letter && after_digit)) words.emplace_back();
    if (c != ' ') words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  std::erase(words, "");
  return words;
}

std::optional<std::int64_t> integer(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  std::int64_t number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || end != text.data() + text.size() || std::abs(number) > 1'000'000'000) return std::nullopt;
  return number;
}

/// `[-]H:MM[:SS[.f]]` in microseconds.
std::optional<std::int64_t> clock(std::string_view text) {
  const bool is_negative = text.starts_with('-');
  if (is_negative || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t colon = text.find(':');
  const auto hours = integer(text.substr(0, colon));
  const LiteralText rest =
      time_literal("0:" + std::string(text.substr(colon + 1)).append(text.find(':', colon + 1) == text.npos ? ":00" : ""));
  if (!hours || !rest) return std::nullopt;
  const std::int64_t minutes = *integer(rest->substr(3, 2));
  std::string fraction = rest->size() > 9 ? rest->substr(9) : "";
  fraction.resize(6, '0');
  const std::int64_t time = ((*hours * 60 + minutes) * 60 + *integer(rest->substr(6, 2))) * second + *integer(fraction);
  return is_negative ? -time : time;
}

std::optional<Interval> read_interval(std::string_view text) {
  Interval interval;
  std::vector<std::string> words = words_of(text);
  const bool is_ago = !words.empty() && words.back() == "ago";
  if (is_ago) words.pop_back();
  if (words.empty()) return std::nullopt;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].find(':') != std::string::npos) {
      const auto time = clock(words[i]);
      if (!time) return std::nullopt;
      interval.microseconds += *time;
      continue;
    }
    const auto count = integer(words[i]);
    if (!count) return std::nullopt;
    const bool is_last = i + 1 == words.size();
    const Unit* unit = find_unit(is_last ? "second" : words[++i]);
    if (!unit) return std::nullopt;
    interval.*unit->part += *count * unit->size;
  }
  if (is_ago) interval = {-interval.months, -interval.days, -interval.microseconds};
  return interval;
}

/// As IntervalStyle `postgres` prints it: `1 year 2 mons -3 days +04:05:06`.
std::string print_interval(const Interval& interval) {
  std::string text;
  bool after_negative = false;
  const auto add = [&](std::int64_t count, std::string_view unit) {
    if (count == 0) return;
    text += fmt::format("{}{}{} {}{}", text.empty() ? "" : " ", after_negative && count > 0 ? "+" : "", count, unit,
                        count == 1 ? "" : "s");
    after_negative = count < 0;
  };
  add(interval.months / 12, "year");
  add(interval.months % 12, "mon");
  add(interval.days, "day");
  if (interval.microseconds == 0 && !text.empty()) return text;

  const std::int64_t time = std::abs(interval.microseconds);
  const std::string_view sign = interval.microseconds < 0 ? "-" : after_negative ? "+" : "";
  text += fmt::format("{}{}{:02}:{:02}:{:02}", text.empty() ? "" : " ", sign, time / (3600 * second), time / (60 * second) % 60,
                      time / second % 60);
  if (time % second == 0) return text;
  text += fmt::format(".{:06}", time % second);
  return text.erase(text.find_last_not_of('0') + 1);
}

}  // namespace

LiteralText interval_literal(std::string_view text) {
  const auto interval = read_interval(text);
  return interval ? LiteralText(print_interval(*interval)) : std::nullopt;
}

}  // namespace pgplumb
