#include "sql/canonical/literals/read_moment.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <vector>

namespace pgplumb {
namespace {

using std::chrono::microseconds;
using std::chrono::seconds;
using std::chrono::sys_days;

constexpr std::string_view months[] = {"january", "february", "march",     "april",   "may",      "june",
                                       "july",    "august",   "september", "october", "november", "december"};
constexpr std::string_view weekdays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) { return c == ' ' || c == ',' || (c >= '\t' && c <= '\r'); }

/// Three letters or the whole name; `others` are what PostgreSQL takes besides (datetktbl in utils/adt/datetime.c).
bool names(std::string_view word, std::string_view whole, std::initializer_list<std::string_view> others) {
  return word == whole || word == whole.substr(0, 3) ||
         (word.starts_with(whole.substr(0, 3)) && std::find(others.begin(), others.end(), word) != others.end());
}

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// ParseDateTime and DecodeDateTime in utils/adt/datetime.c.
class MomentReader {
 public:
  MomentReader(std::string_view text, BareNumber bare) : rest_(text), is_time_next_(bare == BareNumber::time) {}

  std::optional<Moment> read() {
    for (skip_blanks(); !rest_.empty(); skip_blanks())
      if (!take_field()) return std::nullopt;
    if (moment_.time && !set_half_of_day()) return std::nullopt;
    if (has_date_fields() && !set_day()) return std::nullopt;
    const bool is_dangling = (!moment_.time && !half_of_day_.empty()) || (!moment_.day && is_before_christ_);
    return is_dangling ? std::nullopt : std::optional(moment_);
  }

 private:
  bool take_field() {
    const char c = rest_.front();
    if (c == '+' || c == '-') return take_zone();
    if (is_letter(c)) return take_word();
    if (!is_digit(c)) return false;
    const std::size_t digits = count_digits();
    if (rest_.substr(digits, 1) == ":") return take_time();
    const bool is_year = digits == 4 && (rest_.substr(digits, 1) == "-" || rest_.substr(digits, 1) == "/");
    const bool is_of_date = !has_whole_date() && (!is_time_next_ || has_date_fields() || is_year);
    return is_of_date ? take_digits_of_date(digits) : take_digits_of_time(digits);
  }

  /// `10:20`, `10:20:30.5`
  bool take_time() {
    if (moment_.time) return false;
    const auto hour = take_number(2);
    const auto minute = take(':') ? take_number(2) : std::nullopt;
    const auto second = take(':') ? take_number(2) : std::optional(0);
    return hour && minute && second && set_time(*hour, *minute, *second);
  }

  /// `102030`, `1020`
  bool take_digits_of_time(std::size_t digits) {
    if (moment_.time || (digits != 4 && digits != 6)) return false;
    const int hour = *take_number(2), minute = *take_number(2), second = digits == 6 ? *take_number(2) : 0;
    return set_time(hour, minute, second);
  }

  bool set_time(int hour, int minute, int second) {
    microseconds time = std::chrono::hours(hour) + std::chrono::minutes(minute) + seconds(second) + take_fraction();
    if (minute > 59 || second > 60 || time > std::chrono::hours(24)) return false;
    moment_.time = time;
    is_time_next_ = false;
    return true;
  }

  /// Rounded as ParseFractionalSecond does.
  microseconds take_fraction() {
    if (!take('.')) return microseconds(0);
    const std::string fraction = "0." + std::string(rest_.substr(0, count_digits()));
    rest_.remove_prefix(fraction.size() - 2);
    double value = 0;
    std::from_chars(fraction.data(), fraction.data() + fraction.size(), value);
    return microseconds(static_cast<long>(std::rint(value * 1e6)));
  }

  /// `20240102`, `240102`, `2024`, `2024-1-2`, `8-Jan-1999`: what stands behind a separator is read as a field of its own.
  bool take_digits_of_date(std::size_t digits) {
    constexpr std::size_t least_concatenated = 6;
    const bool is_concatenated = digits >= least_concatenated && !has_date_fields();
    const std::size_t year = is_concatenated ? digits - 4 : digits;
    numbers_.emplace_back(rest_.substr(0, year));
    if (is_concatenated) {
      has_short_year_ = year == 2;
      numbers_.emplace_back(rest_.substr(year, 2));
      numbers_.emplace_back(rest_.substr(year + 2, 2));
    }
    rest_.remove_prefix(digits);
    skip_separator();
    return true;
  }

  /// `+02`, `-05:30`, `+0530`, `+02:30:15`
  bool take_zone() {
    if (moment_.zone || !(moment_.time || has_whole_date())) return false;
    const bool is_west = rest_.front() == '-';
    rest_.remove_prefix(1);
    return set_zone(is_west, count_digits() > 2);
  }

  bool set_zone(bool is_west, bool is_concatenated) {
    const auto hour = take_number(is_concatenated ? count_digits() - 2 : 2);
    const bool has_minute = is_concatenated || take(':');
    const auto minute = has_minute ? take_number(2) : std::optional(0);
    const auto second = has_minute && take(':') ? take_number(2) : std::optional(0);
    if (!hour || !minute || !second || *hour > 15 || *minute > 59 || *second > 59) return false;
    const seconds offset = std::chrono::hours(*hour) + std::chrono::minutes(*minute) + seconds(*second);
    moment_.zone = is_west ? -offset : offset;
    return true;
  }

  bool take_word() {
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), is_letter);
    const std::string word = lower_case(std::string_view(rest_.begin(), end));
    rest_.remove_prefix(word.size());
    if (word == "t") return is_time_next_ = !moment_.time;
    if (word == "am" || word == "pm") return std::exchange(half_of_day_, word).empty();
    if (word == "bc" || word == "ad") return is_before_christ_ = word == "bc", true;
    if (word == "at" || word == "on") return true;
    if (word == "z" || word == "zulu" || word == "utc" || word == "gmt") return set_utc();
    if (std::any_of(std::begin(weekdays), std::end(weekdays), [&](std::string_view day) {
          return names(word, day, {"tues", "weds", "thur", "thurs"});
        }))
      return true;
    return set_month(word);
  }

  /// `UTC+3`, `Z03:00` are zones as POSIX has them, which counts westwards.
  bool set_utc() {
    if (moment_.zone) return false;
    const bool is_east = take('-'), has_sign = is_east || take('+');
    const std::size_t digits = count_digits();
    if (digits == 1 || digits == 2) return set_zone(!is_east, false);
    moment_.zone = seconds(0);
    return digits == 0 && !has_sign;
  }

  bool set_month(std::string_view word) {
    for (unsigned i = 0; i < std::size(months) && month_ == 0; ++i) {
      if (!names(word, months[i], {"sept"})) continue;
      month_ = i + 1;
      skip_separator();
      return true;
    }
    return false;
  }

  bool set_half_of_day() {
    constexpr auto half = std::chrono::hours(12);
    if (half_of_day_.empty()) return true;
    if (*moment_.time >= half + std::chrono::hours(1)) return false;
    const bool is_twelve = *moment_.time >= half;
    if (is_twelve && half_of_day_ == "am") *moment_.time -= half;
    if (!is_twelve && half_of_day_ == "pm") *moment_.time += half;
    return true;
  }

  /// A year of more than two digits, or the order year, month, day without separators, tells what the numbers are; any other
  /// order is DateStyle's (DecodeNumber).
  bool set_day() {
    using namespace std::chrono;
    const auto is_year = [](const std::string& digits) { return digits.size() > 2; };
    if (month_ != 0 && numbers_.size() == 2 && !is_year(numbers_[0])) std::swap(numbers_[0], numbers_[1]);
    const bool has_year = !numbers_.empty() && (is_year(numbers_[0]) || has_short_year_);
    if (!has_year || numbers_[0].size() > 5 || number(numbers_[0]) > int(year::max())) return false;
    const auto first = year(is_before_christ_ ? 1 - number(numbers_[0]) : whole_year());
    if (number(numbers_[0]) == 0 && !has_short_year_) return false;
    if (month_ == 0 && numbers_.size() == 2 && numbers_[1].size() == 3) return set_day_of_year(first);
    if (numbers_.size() != (month_ == 0 ? 3 : 2)) return false;
    if (is_year(numbers_[1]) || is_year(numbers_.back())) return false;
    const unsigned in_year = month_ == 0 ? unsigned(number(numbers_[1])) : month_;
    const year_month_day date(first, month(in_year), day(unsigned(number(numbers_.back()))));
    if (date.ok()) moment_.day = sys_days(date);
    return date.ok();
  }

  /// `99` is 1999, `69` 2069 (ValidateDate).
  int whole_year() const {
    const int written = number(numbers_[0]);
    return !has_short_year_ ? written : written + (written < 70 ? 2000 : 1900);
  }

  /// `1999.008`
  bool set_day_of_year(std::chrono::year year) {
    const int count = number(numbers_[1]);
    const int most = year.is_leap() ? 366 : 365;
    if (count < 1 || count > most) return false;
    moment_.day = sys_days(year / 1 / 1) + std::chrono::days(count - 1);
    return true;
  }

  bool has_date_fields() const { return month_ != 0 || !numbers_.empty(); }
  bool has_whole_date() const { return numbers_.size() + (month_ != 0) >= 3; }

  std::size_t count_digits() const {
    return static_cast<std::size_t>(std::find_if_not(rest_.begin(), rest_.end(), is_digit) - rest_.begin());
  }
  std::optional<int> take_number(std::size_t most) {
    const std::size_t digits = std::min(count_digits(), most);
    if (digits == 0) return std::nullopt;
    const int value = number(rest_.substr(0, digits));
    rest_.remove_prefix(digits);
    return value;
  }
  bool take(char c) {
    const bool is_there = rest_.starts_with(c);
    if (is_there) rest_.remove_prefix(1);
    return is_there;
  }
  void skip_blanks() {
    while (!rest_.empty() && is_blank(rest_.front())) rest_.remove_prefix(1);
  }
  /// Between two parts of a date.
  void skip_separator() {
    const bool goes_on = rest_.size() > 1 && (is_digit(rest_[1]) || is_letter(rest_[1])) && !has_whole_date();
    if (goes_on && (rest_[0] == '-' || rest_[0] == '/' || rest_[0] == '.')) rest_.remove_prefix(1);
  }

  std::string_view rest_;
  bool is_time_next_;
  Moment moment_;
  std::vector<std::string> numbers_;  ///< of a date, in the order in which they are written; set_day() puts the year first
  unsigned month_ = 0;                ///< that is given by its name
  bool has_short_year_ = false;
  bool is_before_christ_ = false;
  std::string half_of_day_;  ///< "am" or "pm"
};

}  // namespace

std::optional<Moment> read_moment(std::string_view text, BareNumber bare) { return MomentReader(text, bare).read(); }

}  // namespace pgplumb
