// Intervals, as interval_in reads and IntervalStyle `postgres` prints them (DecodeInterval, EncodeInterval in
// utils/adt/datetime.c).
#include <fmt/format.h>

#include <algorithm>
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

constexpr std::int64_t second = 1'000'000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

struct Unit {
  std::string_view name;
  std::int64_t Interval::*part;
  std::int64_t size;
};
// deltatktbl in utils/adt/datetime.c
constexpr Unit units[] = {
    {"microsecond", &Interval::microseconds, 1},
    {"us", &Interval::microseconds, 1},
    {"millisecond", &Interval::microseconds, 1000},
    {"ms", &Interval::microseconds, 1000},
    {"second", &Interval::microseconds, second},
    {"sec", &Interval::microseconds, second},
    {"s", &Interval::microseconds, second},
    {"minute", &Interval::microseconds, minute},
    {"min", &Interval::microseconds, minute},
    {"m", &Interval::microseconds, minute},
    {"hour", &Interval::microseconds, hour},
    {"hr", &Interval::microseconds, hour},
    {"h", &Interval::microseconds, hour},
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
    {"centurie", &Interval::months, 1200},
    {"millennium", &Interval::months, 12000},
};

const Unit* find_unit(std::string_view word) {
  for (const Unit& unit : units)
    if (word == unit.name || (word.size() == unit.name.size() + 1 && word.starts_with(unit.name) && word.ends_with('s')))
      return &unit;
  return nullptr;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Numbers with their signs, `10:20:30`, `1-2`; words in lower case.
std::vector<std::string> tokens_of(std::string_view text) {
  std::vector<std::string> tokens;
  std::string sign;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '+' || c == '-') {
      sign = c == '-' ? "-" : "";
      ++at;
    } else if (is_digit(c) || c == '.') {
      std::size_t end = at;
      while (end < text.size() && (is_digit(text[end]) || text[end] == '.' || text[end] == ':' || text[end] == '-')) ++end;
      tokens.push_back(sign + std::string(text.substr(at, end - at)));
      sign.clear();
      at = end;
    } else if (is_letter(c)) {
      std::string& word = tokens.emplace_back();
      for (; at < text.size() && is_letter(text[at]); ++at) word += static_cast<char>(text[at] | 0x20);
    } else if (c == ' ' || c == '@') {
      ++at;
    } else {
      return {};
    }
  }
  return tokens;
}

/// A number as its whole part and what is behind the point, both with its sign.
struct Number {
  std::int64_t whole = 0;
  double fraction = 0;
};

std::optional<Number> read_number(std::string_view text) {
  const bool is_negative = text.starts_with('-');
  if (is_negative) text.remove_prefix(1);
  Number number;
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view digits = text.substr(0, point);
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), number.whole);
  const bool is_whole = problem == std::errc() && end == digits.data() + digits.size() && number.whole <= 1'000'000'000;
  if (!digits.empty() && !is_whole) return std::nullopt;
  if (point < text.size()) {
    const std::string fraction = "0" + std::string(text.substr(point));
    const auto [rest, wrong] = std::from_chars(fraction.data(), fraction.data() + fraction.size(), number.fraction);
    if (wrong != std::errc() || rest != fraction.data() + fraction.size()) return std::nullopt;
  }
  if (is_negative) number = {-number.whole, -number.fraction};
  return number;
}

std::int64_t rounded(double value) { return static_cast<std::int64_t>(std::llround(value)); }

/// Part of a day is time; part of a month, of 30 days, is days and time; part of a year is months.
void add_days(Interval& interval, double days) {
  const auto whole = static_cast<std::int64_t>(days);
  interval.days += whole;
  interval.microseconds += rounded((days - static_cast<double>(whole)) * static_cast<double>(day));
}

void add(Interval& interval, const Number& number, const Unit& unit) {
  interval.*unit.part += number.whole * unit.size;
  const double fraction = number.fraction * static_cast<double>(unit.size);
  if (unit.part == &Interval::microseconds)
    interval.microseconds += rounded(fraction);
  else if (unit.part == &Interval::days)
    add_days(interval, fraction);
  else if (unit.size > 1)
    interval.months += rounded(fraction);
  else
    add_days(interval, fraction * 30);
}

/// What a type's fields say: `minute to second`, `day`, `second(3)`, `3` for fractions of all.
struct Fields {
  std::string_view first, last;
  int precision = 6;
};

Fields fields_of(std::string_view modifiers) {
  Fields fields{"", "second"};
  const std::size_t digit = modifiers.find_first_of("0123456789");
  if (digit != modifiers.npos) fields.precision = modifiers[digit] - '0';
  const std::string_view words = modifiers.substr(0, std::min(modifiers.find('('), digit));
  if (words.empty()) return fields;
  constexpr std::string_view to = " to ";
  const std::size_t at = words.find(to);
  fields.first = words.substr(0, at);
  fields.last = at == words.npos ? fields.first : words.substr(at + to.size());
  return fields;
}

/// `[-]H:MM[:SS[.f]]`; `M:SS` where the type says so.
std::optional<std::int64_t> clock(std::string_view text, const Fields& fields) {
  const bool is_negative = text.starts_with('-');
  if (is_negative) text.remove_prefix(1);
  const std::size_t colon = text.find(':');
  const bool has_seconds = text.find(':', colon + 1) != text.npos;
  const bool is_minutes = !has_seconds && (text.find('.') != text.npos || (fields.first == "minute" && fields.last == "second"));
  const auto first = read_number(text.substr(0, colon));
  std::string rest = std::string(text.substr(colon + 1)) + (has_seconds || is_minutes ? "" : ":00");
  const LiteralText clock_time = time_literal("0:" + (is_minutes ? "00:" + rest : rest));
  if (!first || first->fraction != 0 || !clock_time) return std::nullopt;
  std::string fraction = clock_time->size() > 9 ? clock_time->substr(9) : "";
  fraction.resize(6, '0');
  const auto part = [&](std::size_t at) { return read_number(clock_time->substr(at, 2))->whole; };
  const std::int64_t time =
      first->whole * (is_minutes ? minute : hour) + part(3) * minute + part(6) * second + read_number(fraction)->whole;
  return is_negative ? -time : time;
}

/// `1-2`: years and months.
std::optional<std::int64_t> years_and_months(std::string_view text) {
  const bool is_negative = text.starts_with('-');
  if (is_negative) text.remove_prefix(1);
  const std::size_t hyphen = text.find('-');
  const auto years = read_number(text.substr(0, hyphen)), months = read_number(text.substr(hyphen + 1));
  if (!years || !months || months->whole > 11 || years->fraction != 0 || months->fraction != 0) return std::nullopt;
  const std::int64_t all = years->whole * 12 + months->whole;
  return is_negative ? -all : all;
}

/// `P1Y2M3W4DT5H6M7S`
std::optional<Interval> read_iso(std::string_view text) {
  Interval interval;
  bool is_time = false;
  for (text.remove_prefix(1); !text.empty();) {
    if (text.front() == 'T') {
      is_time = true;
      text.remove_prefix(1);
      continue;
    }
    const std::size_t end = text.find_first_not_of("0123456789.-+");
    const auto number = end == text.npos ? std::nullopt : read_number(text.substr(0, end));
    if (!number) return std::nullopt;
    std::string letter(1, static_cast<char>(text[end] | 0x20));
    if (letter == "m" && !is_time) letter = "mon";
    const Unit* unit = std::string_view("HMSYWD").find(text[end]) == std::string_view::npos ? nullptr : find_unit(letter);
    if (!unit) return std::nullopt;
    add(interval, *number, *unit);
    text.remove_prefix(end + 1);
  }
  return interval;
}

/// From the end: a unit stands behind its number; a number without one counts days before a time, the type's last field
/// elsewhere.
std::optional<Interval> read_interval(std::string_view text, const Fields& fields) {
  if (text.starts_with('P')) return read_iso(text);
  Interval interval;
  std::vector<std::string> tokens = tokens_of(text);
  const bool is_ago = !tokens.empty() && tokens.back() == "ago";
  if (is_ago) tokens.pop_back();
  if (tokens.empty()) return std::nullopt;
  const Unit* unit = find_unit(fields.last);
  for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
    if (is_letter(token->front())) {
      unit = find_unit(*token);
      if (!unit || token + 1 == tokens.rend()) return std::nullopt;
    } else if (token->find(':') != token->npos) {
      const auto time = clock(*token, fields);
      if (!time) return std::nullopt;
      interval.microseconds += *time;
      unit = find_unit("day");
    } else if (token->find('-', 1) != token->npos) {
      const auto months = years_and_months(*token);
      if (!months) return std::nullopt;
      interval.months += *months;
      unit = nullptr;
    } else {
      const auto number = read_number(*token);
      if (!number || !unit) return std::nullopt;
      add(interval, *number, *unit);
      unit = nullptr;
    }
  }
  if (is_ago) interval = {-interval.months, -interval.days, -interval.microseconds};
  return interval;
}

/// AdjustIntervalForTypmod in utils/adt/timestamp.c: what is less than the last field goes.
void cut(Interval& interval, const Fields& fields) {
  if (fields.last == "year") interval.months -= interval.months % 12;
  if (fields.last == "year" || fields.last == "month") interval.days = 0;
  std::int64_t kept = fields.last == "minute" ? minute : fields.last == "hour" ? hour : fields.last == "second" ? 1 : 0;
  if (kept == 0) interval.microseconds = 0;
  if (kept > 1) interval.microseconds -= interval.microseconds % kept;
  std::int64_t step = 1;
  for (int digits = fields.precision; digits < 6; ++digits) step *= 10;
  const std::int64_t half = interval.microseconds < 0 ? -step / 2 : step / 2;
  if (step > 1) interval.microseconds = (interval.microseconds + half) / step * step;
}

/// `1 year 2 mons -3 days +04:05:06`
std::string print_interval(const Interval& interval) {
  std::string text;
  bool after_negative = false;
  const auto print = [&](std::int64_t count, std::string_view unit) {
    if (count == 0) return;
    text += fmt::format("{}{}{} {}{}", text.empty() ? "" : " ", after_negative && count > 0 ? "+" : "", count, unit,
                        count == 1 ? "" : "s");
    after_negative = count < 0;
  };
  print(interval.months / 12, "year");
  print(interval.months % 12, "mon");
  print(interval.days, "day");
  if (interval.microseconds == 0 && !text.empty()) return text;

  const std::int64_t time = std::abs(interval.microseconds);
  const std::string_view sign = interval.microseconds < 0 ? "-" : after_negative ? "+" : "";
  text +=
      fmt::format("{}{}{:02}:{:02}:{:02}", text.empty() ? "" : " ", sign, time / hour, time / minute % 60, time / second % 60);
  if (time % second == 0) return text;
  text += fmt::format(".{:06}", time % second);
  return text.erase(text.find_last_not_of('0') + 1);
}

}  // namespace

LiteralText interval_literal(std::string_view text, std::string_view modifiers) {
  const Fields fields = fields_of(modifiers);
  auto interval = read_interval(text, fields);
  if (!interval) return std::nullopt;
  cut(*interval, fields);
  return print_interval(*interval);
}

}  // namespace pgplumb
