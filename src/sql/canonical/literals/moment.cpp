// Dates and times in ISO form. What the server would read by its own settings (DateStyle, names of zones and months) is not
// understood.
#include <fmt/format.h>

#include <charconv>
#include <chrono>

#include "sql/canonical/literals/literals.h"

namespace pgplumb {
namespace {

using std::chrono::days;
using std::chrono::microseconds;
using std::chrono::minutes;
using std::chrono::sys_days;
using SysMicroseconds = std::chrono::sys_time<microseconds>;

/// Takes pieces off the front of a text.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool at_end() const { return text_.empty(); }
  bool is_at(char c) const { return !text_.empty() && text_.front() == c; }
  bool take(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  void take_spaces() {
    while (take(' ')) {
    }
  }
  /// A number of `least` to `most` digits.
  std::optional<int> take_number(std::size_t least, std::size_t most) {
    std::size_t digits = 0;
    while (digits < std::min(most, text_.size()) && text_[digits] >= '0' && text_[digits] <= '9') ++digits;
    if (digits < least) return std::nullopt;
    int number = 0;
    std::from_chars(text_.data(), text_.data() + digits, number);
    text_.remove_prefix(digits);
    return number;
  }
  /// The digits behind a point, as microseconds; more than six are not understood.
  std::optional<int> take_fraction() {
    const std::size_t before = text_.size();
    auto number = take_number(1, 6);
    if (!number) return std::nullopt;
    for (std::size_t digits = before - text_.size(); digits < 6; ++digits) *number *= 10;
    return number;
  }

 private:
  std::string_view text_;
};

/// `2024-1-2`, `20240102`
std::optional<sys_days> take_date(Reader& reader) {
  const auto year = reader.take_number(4, 4);
  if (!year) return std::nullopt;
  const bool has_hyphens = reader.take('-');
  const auto month = reader.take_number(has_hyphens ? 1 : 2, 2);
  if (!month || (has_hyphens && !reader.take('-'))) return std::nullopt;
  const auto day = reader.take_number(has_hyphens ? 1 : 2, 2);
  if (!day) return std::nullopt;
  using namespace std::chrono;
  const year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                            std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return sys_days(date);
}

std::optional<microseconds> take_time(Reader& reader) {
  const auto hour = reader.take_number(1, 2);
  if (!hour || *hour > 23 || !reader.take(':')) return std::nullopt;
  const auto minute = reader.take_number(2, 2);
  if (!minute || *minute > 59) return std::nullopt;
  microseconds time = std::chrono::hours(*hour) + minutes(*minute);
  if (!reader.take(':')) return time;
  const auto second = reader.take_number(2, 2);
  if (!second || *second > 59) return std::nullopt;
  time += std::chrono::seconds(*second);
  if (!reader.take('.')) return time;
  const auto fraction = reader.take_fraction();
  if (!fraction) return std::nullopt;
  return time + microseconds(*fraction);
}

/// `Z`, `+02`, `-05:30`, `+0530`; none where nothing is left.
std::optional<minutes> take_zone(Reader& reader) {
  reader.take_spaces();
  if (reader.at_end() || reader.take('Z') || reader.take('z')) return minutes(0);
  const bool is_west = reader.take('-');
  if (!is_west && !reader.take('+')) return std::nullopt;
  const auto hour = reader.take_number(1, 2);
  if (!hour) return std::nullopt;
  reader.take(':');
  const minutes offset = std::chrono::hours(*hour) + minutes(reader.take_number(2, 2).value_or(0));
  return is_west ? -offset : offset;
}

std::string print_date(sys_days day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string print_time(microseconds time) {
  const std::chrono::hh_mm_ss parts(time);
  std::string text = fmt::format("{:02}:{:02}:{:02}", parts.hours().count(), parts.minutes().count(), parts.seconds().count());
  if (parts.subseconds().count() == 0) return text;
  text += fmt::format(".{:06}", parts.subseconds().count());
  return text.erase(text.find_last_not_of('0') + 1);
}

std::string print_zone(minutes offset) {
  const std::chrono::hh_mm_ss parts(offset);
  std::string text = fmt::format("{}{:02}", parts.is_negative() ? '-' : '+', parts.hours().count());
  return parts.minutes().count() == 0 ? text : text + fmt::format(":{:02}", parts.minutes().count());
}

std::string print_timestamp(SysMicroseconds moment) {
  const auto day = std::chrono::floor<days>(moment);
  return print_date(day) + " " + print_time(moment - day);
}

/// The words that date, timestamp and timestamptz read as themselves at all times; `epoch` is how the type prints that moment.
LiteralText named_moment(std::string_view text, std::string_view epoch) {
  if (text == "infinity" || text == "-infinity") return std::string(text);
  if (text == "epoch") return std::string(epoch);
  return std::nullopt;
}

/// A date, with or without a time; whatever is left is the reader's.
std::optional<SysMicroseconds> take_moment(Reader& reader) {
  const auto date = take_date(reader);
  if (!date) return std::nullopt;
  if (reader.take('T')) {
  } else {
    reader.take_spaces();
  }
  if (reader.at_end() || reader.is_at('+')) return SysMicroseconds(*date);  // 2024-01-01+02
  const auto time = take_time(reader);
  if (!time) return std::nullopt;
  return *date + *time;
}

/// A time, with or without a date before it, which does not count.
std::optional<microseconds> take_time_of_day(Reader& reader) {
  Reader dated = reader;
  if (const auto moment = take_moment(dated)) {
    reader = dated;
    return *moment - std::chrono::floor<days>(*moment);
  }
  return take_time(reader);
}

}  // namespace

LiteralText date_literal(std::string_view text) {
  if (const auto literal = named_moment(text, "1970-01-01")) return literal;
  Reader reader(text);
  const auto moment = take_moment(reader);
  if (!moment || !take_zone(reader) || !reader.at_end()) return std::nullopt;  // date ignores a time and a zone
  return print_date(std::chrono::floor<days>(*moment));
}

LiteralText day_after(const std::string& date) {
  Reader reader(date);
  const auto day = take_date(reader);
  return day && reader.at_end() ? LiteralText(print_date(*day + days(1))) : std::nullopt;
}

LiteralText time_literal(std::string_view text) {
  if (text == "24:00" || text == "24:00:00") return "24:00:00";
  Reader reader(text);
  const auto time = take_time_of_day(reader);
  if (!time || !take_zone(reader) || !reader.at_end()) return std::nullopt;  // time ignores a zone
  return print_time(*time);
}

LiteralText timetz_literal(std::string_view text) {
  Reader reader(text);
  const auto time = take_time_of_day(reader);
  reader.take_spaces();
  if (!time || reader.at_end()) return std::nullopt;  // without a zone it is the server's own
  const auto zone = take_zone(reader);
  if (!zone || !reader.at_end()) return std::nullopt;
  return print_time(*time) + print_zone(*zone);
}

LiteralText timestamp_literal(std::string_view text) {
  if (const auto literal = named_moment(text, "1970-01-01 00:00:00")) return literal;
  Reader reader(text);
  const auto moment = take_moment(reader);
  if (!moment || !take_zone(reader) || !reader.at_end()) return std::nullopt;  // timestamp ignores a zone
  return print_timestamp(*moment);
}

LiteralText timestamptz_literal(std::string_view text) {
  if (const auto literal = named_moment(text, "1970-01-01 00:00:00+00")) return literal;
  Reader reader(text);
  const auto moment = take_moment(reader);
  if (!moment) return std::nullopt;
  const auto zone = take_zone(reader);
  if (!zone || !reader.at_end()) return std::nullopt;
  return print_timestamp(*moment - *zone) + "+00";
}

}  // namespace pgplumb
