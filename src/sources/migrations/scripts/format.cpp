// Texts with gaps: "… %s" % values, "… {}".format(values), fmt.Sprintf("… %[1]s", values).
#include <algorithm>
#include <cctype>
#include <optional>

#include "sources/migrations/scripts/interpreter.h"

namespace pgplumb::scripts {

namespace {

/// `%[2]03d`, `%(name)s`, `{0!r}`, `{name}`.
struct Gap {
  std::size_t end;
  std::string name = {};                  ///< as a mapping or the keywords have it
  std::optional<std::size_t> index = {};  ///< from 0
  std::string width = {};                 ///< digits; "03" pads with zeros
  char verb = 's';
  bool is_plain = true;  ///< else there is more to it than what is told here
};

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

std::optional<std::size_t> number_in(std::string_view text) {
  constexpr std::size_t longest = 4;
  const bool is_number = !text.empty() && text.size() <= longest && std::all_of(text.begin(), text.end(), is_digit);
  return is_number ? std::optional<std::size_t>(std::stoul(std::string(text))) : std::nullopt;
}

std::optional<Gap> percent_gap(std::string_view text, std::size_t at) {
  Gap gap{at + 1};
  const auto next = [&] { return gap.end < text.size() ? text[gap.end] : '\0'; };
  const auto take_until = [&](char close) {
    const std::size_t end = std::min(text.find(close, gap.end), text.size() - 1);
    const std::string_view inner = text.substr(gap.end + 1, end - gap.end - 1);
    gap.end = end + 1;
    return inner;
  };
  if (next() == '(') gap.name = take_until(')');
  for (; std::string_view("+-# .*").find(next()) != std::string_view::npos || is_digit(next()) || next() == '['; ++gap.end) {
    if (next() == '[') {
      const auto position = number_in(take_until(']'));
      if (!position || *position == 0) return std::nullopt;
      gap.index = *position - 1;
      --gap.end;  // the loop steps over the bracket
    } else if (is_digit(next())) {
      gap.width += next();
    } else {
      gap.is_plain = false;
    }
  }
  gap.verb = next();
  if (!std::isalpha(static_cast<unsigned char>(gap.verb))) return std::nullopt;
  ++gap.end;
  return gap;
}

std::optional<Gap> brace_gap(std::string_view text, std::size_t at) {
  const std::size_t close = text.find('}', at);
  if (close == std::string_view::npos) return std::nullopt;
  std::string_view inner = text.substr(at + 1, close - at - 1);
  Gap gap{close + 1};
  if (const std::size_t colon = inner.find(':'); colon != std::string_view::npos) {
    gap.is_plain = colon + 1 == inner.size();
    inner = inner.substr(0, colon);
  }
  if (const std::size_t mark = inner.find('!'); mark != std::string_view::npos) {
    gap.verb = mark + 1 < inner.size() ? inner[mark + 1] : 's';
    inner = inner.substr(0, mark);
  }
  gap.index = number_in(inner);
  if (!gap.index) gap.name = inner;
  return gap;
}

/// Those that stand in order; behind `*values` that are not known, none is.
std::vector<const Value*> in_order(const Arguments& values) {
  std::vector<const Value*> found;
  for (const Argument& argument : values) {
    if (argument.keyword == "*") break;
    if (argument.keyword.empty()) found.push_back(&argument.value);
  }
  return found;
}

/// As the gap wants it; unknown where that is not known here.
Value formed(const Value& value, const Gap& gap) {
  const bool is_quoted = gap.verb == 'q' || (gap.verb == 'r' && !value.is_sql);
  const bool is_as_it_is = std::string_view("svdir").find(gap.verb) != std::string_view::npos;
  if (!value.is_text() || !gap.is_plain || !(is_quoted || is_as_it_is)) return {};
  if (!is_quoted && gap.width.empty()) return value;
  const std::string text = value.plain();
  if (!value.is_wholly_known() || text.empty() || text.find_first_of("'\"\\\n") != std::string::npos) return {};
  const std::size_t from = value.runs.front().from;
  if (is_quoted && !gap.width.empty()) return {};
  if (is_quoted) {
    const std::string quote = gap.verb == 'q' ? "\"" : "'";
    return {Value::Kind::text, {{quote, from, true, true}, {text, from}, {quote, from, true, true}}};
  }
  const std::size_t width = number_in(gap.width).value_or(0);
  const std::string padding(std::max(width, text.size()) - text.size(), gap.width.starts_with('0') ? '0' : ' ');
  return {Value::Kind::text, {{padding + text, from, true, true}}};
}

}  // namespace

Value fill_in(const Value& form, char open, const Arguments& values) {
  Value filled{Value::Kind::text};
  const auto listed = in_order(values);
  std::size_t next = 0;
  const auto value_of = [&](const Gap& gap) {
    if (!gap.name.empty()) {
      const auto named = std::find_if(values.begin(), values.end(), [&](const Argument& one) { return one.keyword == gap.name; });
      return named == values.end() ? Value{} : formed(named->value, gap);
    }
    const std::size_t index = gap.index.value_or(next);
    next = index + 1;
    return index < listed.size() ? formed(*listed[index], gap) : Value{};
  };
  for (const Run& run : form.runs) {
    if (!run.is_known) {
      filled.runs.push_back(run);
      continue;
    }
    const std::string_view text = run.text;
    std::size_t begin = 0;
    const auto take_until = [&](std::size_t end) {
      if (end > begin) filled.runs.push_back({run.text.substr(begin, end - begin), run.from + begin});
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
      const bool is_doubled = at + 1 < text.size() && text[at + 1] == text[at];
      if (is_doubled && (text[at] == open || (open == '{' && text[at] == '}'))) {
        take_until(++at);
        begin = at + 1;
      } else if (const auto gap = text[at] != open ? std::nullopt : open == '{' ? brace_gap(text, at) : percent_gap(text, at)) {
        take_until(at);
        append_text(filled, value_of(*gap), text.substr(at, gap->end - at), run.from + at);
        begin = gap->end;
        at = begin - 1;
      }
    }
    take_until(text.size());
  }
  return filled;
}

}  // namespace pgplumb::scripts
