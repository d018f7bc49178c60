#include "findings/widths.h"

#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "sql/builtin_types.h"

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
    Width{"uuid", "uuid", 1},        Width{"timetz", "clock", 1},   Width{"bit", "bits", 1},     Width{"varbit", "bits", 1},
    Width{"interval", "span", 1},
};

const Width* width_of(const DataType& type) {
  for (const Width& width : widths)
    if (type.name && width.type == type.name->text) return &width;
  return nullptr;
}

std::optional<int> first_number(Text modifiers) {
  const std::string& digits = modifiers.str();
  int value = 0;
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return parsed.ec == std::errc() ? std::optional(value) : std::nullopt;
}

Judgement make(Severity severity, const char* sqlstate, const char* prisma, std::string text) {
  return {severity, Consequence{sqlstate, prisma, std::move(text)}};
}
Judgement warning(std::string text) { return make(Severity::warning, "", "", std::move(text)); }

/// A domain, a type of an extension: what can be read from it and written to it is not known.
bool is_unknown(const JudgedType& one) { return !one.is_enum && !builtin(one.type.name) && !width_of(one.type); }

/// Whether both are read and compared alike; Prisma's client takes a uuid for a string.
bool are_comparable(const Width* wanted, const Width* there, bool for_prisma) {
  if (!wanted || !there) return false;
  const bool both_strings = for_prisma && (wanted->family == "uuid" || there->family == "uuid") &&
                            (wanted->family == "text" || there->family == "text");
  return wanted->family == there->family || (wanted->family == "integer" && there->family == "number") || both_strings;
}

bool is_text(const DataType& type) { return family_of(type.name) == TypeFamily::text && !type.is_array; }

Judgement judge_incomparable(const JudgedType& expected, const JudgedType& actual, const std::string& names) {
  const auto error = [&](const char* sqlstate, const char* prisma, const std::string& what) {
    return make(Severity::error, sqlstate, prisma, what + ": it is " + names);
  };
  if (expected.is_enum && (actual.is_enum || is_text(actual.type))) return error("42883", "P2039", "filtering by it fails");
  if (is_text(actual.type) && family_of(expected.type.name) == TypeFamily::number && !expected.type.is_array)
    return error("42883", "P2039", "sums and increments fail, and it is compared as text");
  if (is_text(actual.type) && !expected.type.is_array) return error("", "", "it is compared as text");
  if (expected.type.is_array && !actual.type.is_array) return error("", "", "reading it as a list fails");
  return error("22P02", "P2007", "writing a value that is none of its type fails");
}

/// Types of one family: whether values that fit the one fit the other.
Judgement judge_width(const DataType& expected, const DataType& actual, const std::string& names) {
  const Width *wanted = width_of(expected), *there = width_of(actual);
  if (wanted->family != "uuid" && there->family == "uuid")
    return make(Severity::error, "22P02", "P2007", "writing what is no uuid fails: it is " + names);
  const bool lengths_matter = wanted->family == "text" || wanted->type == "numeric" || wanted->family == "bits";
  const bool narrower = there->family == wanted->family && there->rank < wanted->rank;
  const bool shorter = lengths_matter && is_shorter(expected, actual);
  if (narrower && wanted->family == "time") return warning("the time of day is lost: " + names);
  const bool is_string = wanted->family == "text" || wanted->family == "bits";
  if (!shorter && (!narrower || is_string)) return warning("it is " + names);
  return make(Severity::error, is_string ? "22001" : "22003", is_string ? "P2000" : "P2020",
              "a value that fits " + display_type(expected) + " is refused or cut: it is " + names);
}

}  // namespace

bool is_shorter(const DataType& expected, const DataType& actual) {
  const auto limit = first_number(actual.modifiers), wanted = first_number(expected.modifiers);
  return limit && (!wanted || *limit < *wanted);
}

Judgement judge_type(const JudgedType& expected, const JudgedType& actual, bool for_prisma) {
  const std::string names = display_type(actual.type) + " instead of " + display_type(expected.type);
  if (is_unknown(expected) || is_unknown(actual)) return warning("it is " + names);
  const bool comparable = expected.type.is_array == actual.type.is_array &&
                          are_comparable(width_of(expected.type), width_of(actual.type), for_prisma);
  if (comparable) return judge_width(expected.type, actual.type, names);
  if (for_prisma) return judge_incomparable(expected, actual, names);
  return make(Severity::error, "42804", "", "reads and comparisons meet " + names);
}

}  // namespace pgplumb
