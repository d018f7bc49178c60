// Ranges as range_out prints them; those of whole numbers and dates as `[lower,upper)` (utils/adt/rangetypes.c). Multiranges as
// multirange_out does (utils/adt/multirangetypes.c).
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <vector>

#include "sql/builtin_types.h"
#include "sql/canonical/literals/literals.h"
#include "sql/canonical/literals/quoted_part.h"
#include "sql/canonical/type_of.h"
#include "sql/expression_forms.h"

namespace pgplumb {
namespace {

struct Bound {
  std::string text;  ///< as its type prints it
  bool is_given = false;
  bool is_inclusive = false;
};

struct Range {
  Bound lower, upper;
  bool is_empty = false;
};

void skip_spaces(std::string_view& text) {
  while (!text.empty() && (text.front() == ' ' || (text.front() >= '\t' && text.front() <= '\r'))) text.remove_prefix(1);
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
  return quote_part(text);
}

/// Whether `a` comes before `b`; none where that is not told.
std::optional<bool> is_less(const std::string& a, const std::string& b, const RangeKind& kind) {
  if (a == b) return false;
  if (family_of(kind.bound) == TypeFamily::moment) {
    const auto has_year = [](const std::string& text) { return text.find('-') == 4 && !text.ends_with("BC"); };
    return has_year(a) && has_year(b) ? std::optional(a < b) : std::nullopt;
  }
  if (family_of(kind.bound) != TypeFamily::number) return std::nullopt;
  double left = 0, right = 0;
  std::from_chars(a.data(), a.data() + a.size(), left);
  std::from_chars(b.data(), b.data() + b.size(), right);
  return left == right ? std::nullopt : std::optional(left < right);
}

class RangeReader {
 public:
  RangeReader(std::string_view text, const RangeKind& kind, const KnownTypes& types) : text_(text), kind_(kind), types_(types) {}

  /// None where the text is not understood.
  std::optional<Range> read() {
    skip_spaces(text_);
    if (lower_case(text_.substr(0, 5)) == "empty") {
      text_.remove_prefix(5);
      return Range{{}, {}, true};
    }
    if (text_.empty() || (text_.front() != '[' && text_.front() != '(')) return std::nullopt;
    const bool has_lower = text_.front() == '[';
    text_.remove_prefix(1);
    auto lower = read_bound();
    if (!lower || !take(',')) return std::nullopt;
    auto upper = read_bound();
    if (!upper || text_.empty()) return std::nullopt;
    lower->is_inclusive = lower->is_given && has_lower;
    upper->is_inclusive = upper->is_given && text_.front() == ']';
    text_.remove_prefix(1);
    return settled({std::move(*lower), std::move(*upper)});
  }

  bool take(char c) {
    skip_spaces(text_);
    if (!text_.starts_with(c)) return false;
    text_.remove_prefix(1);
    return true;
  }
  bool is_at_end() {
    skip_spaces(text_);
    return text_.empty();
  }

 private:
  std::optional<Bound> read_bound() {
    const bool is_quoted = text_.starts_with('"');
    const auto taken = take_part(text_, ",)]");
    if (!taken) return std::nullopt;
    if (taken->empty()) return is_quoted ? std::nullopt : std::optional(Bound{});
    // Spaces are the bound's own, and the input of most types passes over them.
    const bool keeps_spaces = family_of(kind_.bound) == TypeFamily::text || !builtin(kind_.bound.name);
    const std::string_view written = keeps_spaces ? std::string_view(*taken) : trim_literal(*taken);
    const Expression value = typed_literal(written, kind_.bound, types_);
    if (value.kind == Expression::Kind::cast) return std::nullopt;
    return Bound{value.text, true, false};
  }

  std::optional<Range> settled(Range range) const {
    const Symbol* type = kind_.bound.name;
    for (auto [bound, should_include] : {std::pair{&range.lower, true}, std::pair{&range.upper, false}}) {
      const bool stays = !kind_.is_canonical || !is_discrete(type) || !bound->is_given || bound->is_inclusive == should_include;
      if (stays || bound->text.ends_with("infinity")) continue;
      auto next = next_of(bound->text, type);
      if (!next) return std::nullopt;
      *bound = {std::move(*next), true, should_include};
    }
    const bool meets = range.lower.is_given && range.upper.is_given && range.lower.text == range.upper.text;
    range.is_empty = meets && !(range.lower.is_inclusive && range.upper.is_inclusive);
    return range;
  }

  std::string_view text_;
  const RangeKind& kind_;
  const KnownTypes& types_;
};

std::string print(const Range& range) {
  if (range.is_empty) return "empty";
  return (range.lower.is_inclusive ? "[" : "(") + quote_bound(range.lower.text) + "," + quote_bound(range.upper.text) +
         (range.upper.is_inclusive ? "]" : ")");
}

/// Whether the one ends before the other begins, with something between them; none where that is not told.
std::optional<bool> lies_before(const Range& one, const Range& other, const RangeKind& kind) {
  if (!one.upper.is_given || !other.lower.is_given) return false;
  if (one.upper.text == other.lower.text) return !one.upper.is_inclusive && !other.lower.is_inclusive;
  return is_less(one.upper.text, other.lower.text, kind);
}

/// False where two of them touch, or nothing tells their order.
bool put_in_order(std::vector<Range>& ranges, const RangeKind& kind) {
  for (std::size_t i = 0; i < ranges.size(); ++i)
    for (std::size_t j = i + 1; j < ranges.size(); ++j) {
      const auto in_order = lies_before(ranges[i], ranges[j], kind), in_reverse = lies_before(ranges[j], ranges[i], kind);
      if (!in_order || !in_reverse || *in_order == *in_reverse) return false;
      if (*in_reverse) std::swap(ranges[i], ranges[j]);
    }
  return true;
}

}  // namespace

LiteralText range_literal(std::string_view text, const RangeKind& kind, const KnownTypes& types) {
  RangeReader reader(text, kind, types);
  const auto range = reader.read();
  return range && reader.is_at_end() ? LiteralText(print(*range)) : std::nullopt;
}

LiteralText multirange_literal(std::string_view text, const RangeKind& kind, const KnownTypes& types) {
  RangeReader reader(text, kind, types);
  if (!reader.take('{')) return std::nullopt;
  std::vector<Range> ranges;
  if (!reader.take('}')) {
    do {
      const auto range = reader.read();
      if (!range) return std::nullopt;
      if (!range->is_empty) ranges.push_back(*range);
    } while (reader.take(','));
    if (!reader.take('}')) return std::nullopt;
  }
  if (!reader.is_at_end() || !put_in_order(ranges, kind)) return std::nullopt;
  std::string printed;
  for (const Range& range : ranges) printed += (printed.empty() ? "" : ",") + print(range);
  return "{" + printed + "}";
}

}  // namespace pgplumb
