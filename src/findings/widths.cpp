#include "findings/widths.h"

#include <array>
#include <charconv>
#include <optional>
#include <string>

namespace pgplumb {

namespace {

/// Families within which PostgreSQL reads and compares values alike, and the rank of width within the family.
struct Width {
  std::string_view type, family;
  int rank;
};
constexpr std::array widths{
    Width{"int2", "integer", 1},     Width{"int4", "integer", 2},   Width{"int8", "integer", 3}, Width{"float4", "number", 1},
    Width{"float8", "number", 2},    Width{"numeric", "number", 3}, Width{"varchar", "text", 1}, Width{"bpchar", "text", 1},
    Width{"text", "text", 2},        Width{"citext", "text", 2},    Width{"date", "time", 1},    Width{"timestamp", "time", 2},
    Width{"timestamptz", "time", 2}, Width{"json", "json", 1},      Width{"jsonb", "json", 1},   Width{"time", "clock", 1},
    Width{"timetz", "clock", 1},     Width{"bit", "bits", 1},       Width{"varbit", "bits", 1},
};

const Width* width_of(const DataType& type) {
  for (const Width& width : widths)
    if (type.name && width.type == type.name->text) return &width;
  return nullptr;
}

std::optional<int> first_number(const std::string& modifiers) {
  int value = 0;
  const auto parsed = std::from_chars(modifiers.data(), modifiers.data() + modifiers.size(), value);
  return parsed.ec == std::errc() ? std::optional(value) : std::nullopt;
}

/// Fewer characters or digits than expected; no modifier means no limit.
bool is_shorter(const DataType& expected, const DataType& actual) {
  const auto limit = first_number(actual.modifiers), wanted = first_number(expected.modifiers);
  return limit && (!wanted || *limit < *wanted);
}

Judgement make(Severity severity, const char* sqlstate, std::string text) {
  return {severity, Consequence{sqlstate, "", std::move(text)}};
}

}  // namespace

Judgement judge_type(const DataType& expected, const DataType& actual) {
  const Width *wanted = width_of(expected), *there = width_of(actual);
  const std::string names = display_type(actual) + " instead of " + display_type(expected);
  const bool comparable = wanted && there &&
                          (wanted->family == there->family || (wanted->family == "integer" && there->family == "number")) &&
                          expected.is_array == actual.is_array;
  if (!comparable) return make(Severity::error, "42804", "reads and comparisons meet " + names);
  const bool lengths_matter = wanted->family == "text" || wanted->type == "numeric" || wanted->family == "bits";
  const bool narrower = there->family == wanted->family && there->rank < wanted->rank;
  const bool shorter = lengths_matter && is_shorter(expected, actual);
  if (narrower && wanted->family == "time") return make(Severity::warning, "", "the time of day is lost: " + names);
  if (narrower || shorter) {
    const bool is_text = wanted->family == "text" || wanted->family == "bits";
    if (is_text && !shorter) return make(Severity::warning, "", "it is " + names);
    return make(Severity::error, is_text ? "22001" : "22003",
                "a value that fits " + display_type(expected) + " is refused or cut: it is " + names);
  }
  return make(Severity::warning, "", "it is " + names);
}

}  // namespace pgplumb
