// Ranges as range_out prints them; those of whole numbers and dates as `[lower,upper)` (utils/adt/rangetypes.c).
#include <pgplumb/sql/identifier.h>

#include <charconv>
#include <chrono>
#include <cstdint>

#include "sql/builtin_types.h"
#include "sql/canonical/literals/literals.h"
#include "sql/expression_forms.h"

namespace pgplumb {
namespace {

struct Bound {
  std::string text;  ///< as its type prints it
  bool is_given = false;
  bool is_inclusive = false;
};

void skip_spaces(std::string_view& text) {
  while (!text.empty() && (text.front() == ' ' || (text.front() >= '\t' && text.front() <= '\r'))) text.remove_prefix(1);
}

/// Up to a comma or a bracket outside of quotes; what is escaped or quoted stands for itself.
std::optional<std::string> take_bound(std::string_view& text) {
  std::string bound;
  bool is_quoted = false;
  for (; !text.empty(); text.remove_prefix(1)) {
    const char c = text.front();
    if (!is_quoted && (c == ',' || c == ')' || c == ']')) return bound;
    if (c == '"') {
      is_quoted = !is_quoted;
      continue;
    }
    if (c == '\\' && text.size() > 1) text.remove_prefix(1);
    bound += text.front();
  }
  return std::nullopt;
}

std::optional<Bound> read_bound(std::string_view& text, const Symbol* type) {
  const auto taken = take_bound(text);
  if (!taken) return std::nullopt;
  std::string_view written = *taken;  // spaces are the bound's own, and its type's input passes over them
  skip_spaces(written);
  if (taken->empty()) return Bound{};
  const Expression value = typed_literal(written.substr(0, written.find_last_not_of(' ') + 1), {type, {}, false});
  if (value.kind == Expression::Kind::cast) return std::nullopt;
  return Bound{value.text, true, false};
}

/// The next whole number or day; none for other types.
std::optional<std::string> next_of(const std::string& text, const Symbol* type) {
  if (type == builtin_type("date")) return day_after(text);
  if (type != builtin_type("int4") && type != builtin_type("int8")) return std::nullopt;
  std::int64_t number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || end != text.data() + text.size() || number == INT64_MAX) return std::nullopt;
  return std::to_string(number + 1);
}

bool is_discrete(const Symbol* type) {
  return type == builtin_type("date") || type == builtin_type("int4") || type == builtin_type("int8");
}

std::string quote_bound(const std::string& text) {
  if (text.find_first_of("\"\\()[], ") == text.npos) return text;
  return "\"" + text + "\"";
}

}  // namespace

LiteralText range_literal(std::string_view text, const Symbol* bound_type) {
  skip_spaces(text);
  if (lower_case(trim_literal(text)) == "empty") return "empty";
  if (text.empty() || (text.front() != '[' && text.front() != '(')) return std::nullopt;
  const bool has_lower = text.front() == '[';
  text.remove_prefix(1);
  auto lower = read_bound(text, bound_type);
  if (!lower || text.empty() || text.front() != ',') return std::nullopt;
  text.remove_prefix(1);
  auto upper = read_bound(text, bound_type);
  if (!upper || text.empty()) return std::nullopt;
  lower->is_inclusive = lower->is_given && has_lower;
  upper->is_inclusive = upper->is_given && text.front() == ']';
  text.remove_prefix(1);
  skip_spaces(text);
  if (!text.empty()) return std::nullopt;
  if (is_discrete(bound_type)) {
    for (auto [bound, should_include] : {std::pair{&*lower, true}, std::pair{&*upper, false}}) {
      if (!bound->is_given || bound->is_inclusive == should_include || bound->text.ends_with("infinity")) continue;
      auto next = next_of(bound->text, bound_type);
      if (!next) return std::nullopt;
      *bound = {std::move(*next), true, should_include};
    }
  }
  if (lower->is_given && upper->is_given && lower->text == upper->text && !(lower->is_inclusive && upper->is_inclusive))
    return "empty";
  return (lower->is_inclusive ? "[" : "(") + quote_bound(lower->text) + "," + quote_bound(upper->text) +
         (upper->is_inclusive ? "]" : ")");
}

}  // namespace pgplumb
