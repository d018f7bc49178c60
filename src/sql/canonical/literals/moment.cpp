// Dates and times as their types print them in ISO form.
#include <fmt/format.h>
#include <pgplumb/sql/identifier.h>

#include "sql/canonical/literals/literals.h"
#include "sql/canonical/literals/read_moment.h"

namespace pgplumb {
namespace {

using std::chrono::days;
using std::chrono::microseconds;
using std::chrono::seconds;
using std::chrono::sys_days;
using SysMicroseconds = std::chrono::sys_time<microseconds>;

/// A day, and the era that is printed behind all else.
struct PrintedDay {
  std::string date;
  std::string_view era;
};

PrintedDay print_day(sys_days day) {
  const std::chrono::year_month_day date(day);
  const int year = static_cast<int>(date.year());
  const bool is_before_christ = year < 1;
  return {fmt::format("{:04}-{:02}-{:02}", is_before_christ ? 1 - year : year, static_cast<unsigned>(date.month()),
                      static_cast<unsigned>(date.day())),
          is_before_christ ? " BC" : ""};
}

std::string print_date(sys_days day) {
  const auto [date, era] = print_day(day);
  return date + std::string(era);
}

std::string print_time(microseconds time) {
  const std::chrono::hh_mm_ss parts(time);
  std::string text = fmt::format("{:02}:{:02}:{:02}", parts.hours().count(), parts.minutes().count(), parts.seconds().count());
  if (parts.subseconds().count() == 0) return text;
  text += fmt::format(".{:06}", parts.subseconds().count());
  return text.erase(text.find_last_not_of('0') + 1);
}

std::string print_zone(seconds offset) {
  const std::chrono::hh_mm_ss parts(offset);
  std::string text = fmt::format("{}{:02}", parts.is_negative() ? '-' : '+', parts.hours().count());
  if (parts.minutes().count() != 0 || parts.seconds().count() != 0) text += fmt::format(":{:02}", parts.minutes().count());
  return parts.seconds().count() == 0 ? text : text + fmt::format(":{:02}", parts.seconds().count());
}

std::string print_timestamp(SysMicroseconds moment, std::string_view zone = {}) {
  const auto day = std::chrono::floor<days>(moment);
  const auto [date, era] = print_day(day);
  return fmt::format("{} {}{}{}", date, print_time(moment - day), zone, era);
}

/// The words that date, timestamp and timestamptz read as themselves at all times; `epoch` is how the type prints that moment.
LiteralText named_moment(std::string_view text, std::string_view epoch) {
  const std::string word = lower_case(trim_literal(text));
  if (word == "infinity" || word == "-infinity") return word;
  if (word == "epoch") return std::string(epoch);
  return std::nullopt;
}

/// A day, at midnight where no time is given.
std::optional<SysMicroseconds> point_in_time(const std::optional<Moment>& moment) {
  if (!moment || !moment->day) return std::nullopt;
  return *moment->day + moment->time.value_or(microseconds(0));
}

}  // namespace

LiteralText date_literal(std::string_view text) {
  if (const auto literal = named_moment(text, "1970-01-01")) return literal;
  const auto moment = read_moment(text);  // a time and a zone do not count
  return moment && moment->day ? LiteralText(print_date(*moment->day)) : std::nullopt;
}

LiteralText day_after(const std::string& date) {
  const auto moment = read_moment(date);
  return moment && moment->day ? LiteralText(print_date(*moment->day + days(1))) : std::nullopt;
}

LiteralText time_literal(std::string_view text) {
  if (lower_case(trim_literal(text)) == "allballs") return "00:00:00";
  const auto moment = read_moment(text, BareNumber::time);  // a day and a zone do not count
  return moment && moment->time ? LiteralText(print_time(*moment->time)) : std::nullopt;
}

LiteralText timetz_literal(std::string_view text) {
  const auto moment = read_moment(text, BareNumber::time);
  // Without a zone it is the server's own.
  return moment && moment->time && moment->zone ? LiteralText(print_time(*moment->time) + print_zone(*moment->zone))
                                                : std::nullopt;
}

LiteralText timestamp_literal(std::string_view text) {
  if (const auto literal = named_moment(text, "1970-01-01 00:00:00")) return literal;
  const auto point = point_in_time(read_moment(text));  // a zone does not count
  return point ? LiteralText(print_timestamp(*point)) : std::nullopt;
}

LiteralText timestamptz_literal(std::string_view text) {
  if (const auto literal = named_moment(text, "1970-01-01 00:00:00+00")) return literal;
  const auto moment = read_moment(text);
  const auto point = point_in_time(moment);
  return point ? LiteralText(print_timestamp(*point - moment->zone.value_or(seconds(0)), "+00")) : std::nullopt;
}

}  // namespace pgplumb
