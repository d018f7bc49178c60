#include "statements/do_block/evaluator/moments.h"

#include <fmt/format.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "statements/do_block/evaluator/text_functions.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::size_t date_length = 10;
constexpr std::string_view midnight = " 00:00:00";

int number_at(std::string_view text, std::size_t begin, std::size_t count) {
  int number = 0;
  for (const char letter : text.substr(begin, count)) number = number * 10 + (letter - '0');
  return number;
}

/// Of what is_moment().
year_month_day day_of(std::string_view text) {
  return std::chrono::year(number_at(text, 0, 4)) / number_at(text, 5, 2) / number_at(text, 8, 2);
}

std::string as_text(year_month_day day) {
  return fmt::format("{:04}-{:02}-{:02}", int{day.year()}, unsigned{day.month()}, unsigned{day.day()});
}

bool has_form(std::string_view text, std::string_view form) {
  return text.size() == form.size() && std::equal(text.begin(), text.end(), form.begin(), [](char letter, char meant) {
           return meant == '9' ? letter >= '0' && letter <= '9' : letter == meant;
         });
}

struct Interval {
  int months = 0, days = 0;
};

struct Unit {
  std::string_view name;
  int months, days;
};
constexpr std::array units = {Unit{"year", 12, 0}, Unit{"years", 12, 0}, Unit{"month", 1, 0}, Unit{"months", 1, 0},
                              Unit{"mon", 1, 0},   Unit{"mons", 1, 0},   Unit{"week", 0, 7},  Unit{"weeks", 0, 7},
                              Unit{"day", 0, 1},   Unit{"days", 0, 1}};

/// "1 month", "1 year 2 mons".
std::optional<Interval> interval_in(const Value& value) {
  constexpr std::size_t most_digits = 4;
  const auto words = cut_into_words(value.text);
  Interval interval;
  if (!value.is_known() || words.empty() || words.size() % 2 != 0) return std::nullopt;
  for (std::size_t i = 0; i < words.size(); i += 2) {
    const auto unit = std::find_if(units.begin(), units.end(), [&](const Unit& one) { return words[i + 1].is(one.name); });
    if (unit == units.end() || !is_number(words[i].text) || words[i].text.size() > most_digits) return std::nullopt;
    interval.months += unit->months * std::stoi(words[i].text);
    interval.days += unit->days * std::stoi(words[i].text);
  }
  return interval;
}

/// The last day of a month for one that it does not have, as the server does.
std::optional<year_month_day> moved(year_month_day day, Interval by, int sign) {
  year_month_day moved = day + months(sign * by.months);
  if (!moved.ok()) moved = moved.year() / moved.month() / std::chrono::last;
  moved = year_month_day(sys_days(moved) + days(sign * by.days));
  constexpr int first_year = 1000, last_year = 9999;
  const bool is_written_so = int{moved.year()} >= first_year && int{moved.year()} <= last_year;
  return is_written_so ? std::optional(moved) : std::nullopt;
}

Value comparison(std::string_view operation, const Value& a, const Value& b) {
  if (!a.is_known() || !b.is_known()) return Value::unknown();
  if (operation == "<") return Value::of(a.text < b.text);
  if (operation == "<=") return Value::of(a.text <= b.text);
  if (operation == ">") return Value::of(a.text > b.text);
  if (operation == ">=") return Value::of(a.text >= b.text);
  return Value::unknown();
}

}  // namespace

bool is_date(std::string_view text) { return has_form(text, "9999-99-99") && day_of(text).ok(); }

bool is_moment(std::string_view text) {
  return is_date(text) || (is_date(text.substr(0, date_length)) && has_form(text.substr(date_length), " 99:99:99"));
}

Value as_date(const Value& value) {
  return value.is_known() && is_moment(value.text) ? Value::of(value.text.substr(0, date_length)) : Value::unknown();
}

Value as_timestamp(const Value& value) {
  if (!value.is_known() || !is_moment(value.text)) return Value::unknown();
  return is_date(value.text) ? Value::of(value.text + std::string(midnight)) : value;
}

Value moment_operation(std::string_view operation, const Value& left, const Value& right) {
  constexpr std::size_t most_digits = 6;
  const bool adds = operation == "+";
  if (!left.is_known() || !is_moment(left.text)) return Value::unknown();
  if (const Value compared = comparison(operation, as_timestamp(left), as_timestamp(right)); compared.is_known()) return compared;
  if (!adds && operation != "-") return Value::unknown();
  const int sign = adds ? 1 : -1;
  if (!adds && is_date(left.text) && is_date(right.text)) {
    const auto count = (sys_days(day_of(left.text)) - sys_days(day_of(right.text))).count();
    return count < 0 ? Value::unknown() : Value::of(std::to_string(count));
  }
  if (is_date(left.text) && is_number(right.text) && right.text.size() <= most_digits) {
    const auto day = moved(day_of(left.text), {0, std::stoi(right.text)}, sign);
    return day ? Value::of(as_text(*day)) : Value::unknown();
  }
  const auto interval = interval_in(right);
  const auto day = interval ? moved(day_of(left.text), *interval, sign) : std::nullopt;
  if (!day) return Value::unknown();
  return Value::of(as_text(*day) + as_timestamp(left).text.substr(date_length));
}

Value made_date(const std::vector<Value>& args) {
  constexpr std::size_t most_digits = 4;
  if (args.size() != 3 || !std::all_of(args.begin(), args.end(), [](const Value& value) {
        return is_number(value.text) && value.text.size() <= most_digits;
      }))
    return Value::unknown();
  const std::string text = fmt::format("{:0>4}-{:0>2}-{:0>2}", args[0].text, args[1].text, args[2].text);
  return is_date(text) ? Value::of(text) : Value::unknown();
}

Value extracted(const std::vector<Value>& args) {
  if (args.size() != 2 || !is_moment(args[1].text)) return Value::unknown();
  const std::string& field = args[0].text;
  const year_month_day day = day_of(args[1].text);
  if (field == "year") return Value::of(std::to_string(int{day.year()}));
  if (field == "month") return Value::of(std::to_string(unsigned{day.month()}));
  if (field == "day") return Value::of(std::to_string(unsigned{day.day()}));
  return Value::unknown();
}

Value truncated(const std::vector<Value>& args) {
  if (args.size() != 2 || !is_moment(args[1].text)) return Value::unknown();
  const std::string &field = args[0].text, &moment = args[1].text;
  if (field == "year") return Value::of(moment.substr(0, 4) + "-01-01" + std::string(midnight));
  if (field == "month") return Value::of(moment.substr(0, 7) + "-01" + std::string(midnight));
  if (field == "day") return Value::of(moment.substr(0, date_length) + std::string(midnight));
  return Value::unknown();
}

namespace {

struct FormatField {
  std::string_view pattern;
  std::size_t begin, count;  // in the moment
};
constexpr std::array format_fields = {FormatField{"yyyy", 0, 4}, FormatField{"yy", 2, 2}, FormatField{"mm", 5, 2},
                                      FormatField{"dd", 8, 2}};

}  // namespace

Value formatted_moment(const std::vector<Value>& args) {
  if (args.size() != 2 || !is_moment(args[0].text)) return Value::unknown();
  std::string text;
  for (std::string_view rest = args[1].text; !rest.empty();) {
    const std::string lower = lower_case(std::string(rest.substr(0, 4)));
    const auto field = std::find_if(format_fields.begin(), format_fields.end(),
                                    [&](const FormatField& one) { return lower.starts_with(one.pattern); });
    const auto quote = rest.front() == '"' ? rest.find('"', 1) : std::string_view::npos;
    if (field != format_fields.end()) {
      text += args[0].text.substr(field->begin, field->count);
      rest.remove_prefix(field->pattern.size());
    } else if (quote != std::string_view::npos) {
      text += rest.substr(1, quote - 1);
      rest.remove_prefix(quote + 1);
    } else if (std::string_view("_-/. ").find(rest.front()) != std::string_view::npos) {
      text += rest.front();
      rest.remove_prefix(1);
    } else {
      return Value::unknown();
    }
  }
  return Value::of(text);
}

std::optional<std::vector<Value>> moments_between(const Value& first, const Value& last, const Value& step) {
  constexpr std::size_t most = 1000;
  const auto interval = interval_in(step);
  const Value from = as_timestamp(first), to = as_timestamp(last);
  const bool goes_on = interval && (interval->months > 0 || interval->days > 0);
  if (!goes_on || !from.is_known() || !to.is_known()) return std::nullopt;
  std::vector<Value> values;
  for (Value at = from; at.is_known() && at.text <= to.text; at = moment_operation("+", at, step)) {
    values.push_back(at);
    if (values.size() > most) return std::nullopt;
  }
  return values;
}

}  // namespace pgplumb
