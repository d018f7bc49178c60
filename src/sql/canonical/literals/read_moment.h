// Dates and times as PostgreSQL reads them, as far as they say the same at all times and under any setting.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace pgplumb {

/// What a literal says, part by part.
struct Moment {
  std::optional<std::chrono::sys_days> day;
  std::optional<std::chrono::microseconds> time;  ///< since midnight; 24:00 is the whole day
  std::optional<std::chrono::seconds> zone;       ///< how far ahead of UTC
};

/// Whether a number without anything around it is a day or a time.
enum class BareNumber { day, time };

/// None where the text is not understood: it is read when the statement runs ('today'), or as DateStyle, the zones' names or the
/// server's clock say.
std::optional<Moment> read_moment(std::string_view text, BareNumber bare = BareNumber::day);

}  // namespace pgplumb
