#include "statements/do_block/evaluator/text_functions.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "sql/canonical/literals/literals.h"

namespace pgplumb {

bool is_number(const std::string& text) {
  return !text.empty() && text.size() < 18 && text.find_first_not_of("0123456789") == std::string::npos;
}

std::optional<std::vector<Value>> numbers_between(const Value& first, const Value& last) {
  constexpr int most = 1000;
  const auto is_small = [](const Value& value) {
    return value.is_known() && value.text.size() < 6 && value.text.find_first_not_of("0123456789") == std::string::npos;
  };
  if (!is_small(first) || !is_small(last) || std::stoi(last.text) - std::stoi(first.text) > most) return std::nullopt;
  std::vector<Value> values;
  for (int i = std::stoi(first.text); i <= std::stoi(last.text); ++i) values.push_back(Value::of(std::to_string(i)));
  return values;
}

std::optional<std::vector<Value>> parts_of(const std::string& text, const std::string& separator) {
  if (separator.empty()) return std::nullopt;
  std::vector<Value> parts;
  if (text.empty()) return parts;
  std::size_t begin = 0;
  for (std::size_t end; (end = text.find(separator, begin)) != std::string::npos; begin = end + separator.size())
    parts.push_back(Value::of(text.substr(begin, end - begin)));
  parts.push_back(Value::of(text.substr(begin)));
  return parts;
}

/// As array_in reads it: without what is around the elements, which may be lines of their own.
std::optional<std::vector<Value>> elements_of_literal(const std::string& text) {
  const std::string_view all = trim_literal(text);
  const bool is_plain =
      all.size() >= 2 && all.front() == '{' && all.find_first_of("{}\"\\", 1) == all.size() - 1 && all.back() == '}';
  if (!is_plain) return std::nullopt;
  auto elements = parts_of(std::string(trim_literal(all.substr(1, all.size() - 2))), ",");
  for (Value& element : *elements) {
    const std::string plain(trim_literal(element.text));
    if (plain.empty()) return std::nullopt;
    element = lower_case(plain) == "null" ? Value::null() : Value::of(plain);
  }
  return elements;
}

Value array_literal(const std::vector<Value>& elements) {
  std::string text;
  for (const Value& element : elements) {
    const std::string plain = element.printed().as_text();
    const bool is_plain =
        !plain.empty() && plain.find_first_of("{}\"\\, \t\n") == std::string::npos && lower_case(plain) != "null";
    if (!element.is_known() || !is_plain) return Value::unknown();
    text += (text.empty() ? "" : ",") + plain;
  }
  return Value::of("{" + text + "}");
}

/// % is any text, _ any byte, a backslash takes the next as it is. Goes back to the last % only, so no pattern takes long.
bool matches(std::string_view text, std::string_view pattern) {
  std::size_t i = 0, j = 0, after_percent = std::string_view::npos, retry_at = 0;
  while (i < text.size()) {
    const bool escaped = j + 1 < pattern.size() && pattern[j] == '\\';
    const std::size_t letter = escaped ? j + 1 : j;
    if (!escaped && j < pattern.size() && pattern[j] == '%') {
      after_percent = ++j;
      retry_at = i;
    } else if (letter < pattern.size() && ((!escaped && pattern[letter] == '_') || pattern[letter] == text[i])) {
      ++i;
      j = letter + 1;
    } else if (after_percent != std::string_view::npos) {
      j = after_percent;
      i = ++retry_at;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('%', j) == std::string_view::npos;
}

Value join(const Value& left, const Value& right) {
  if (left.is_known() && right.is_known()) return Value::of(left.as_text() + right.as_text());
  return left.text.empty() && right.text.empty() ? Value::unknown() : Value::partly(left.part() + right.part());
}

namespace {

/// `2$`, which says of which argument a specifier of format() is; the next one where there is none. Moves `at` behind it.
std::size_t take_position(std::string_view pattern, std::size_t& at, std::size_t next) {
  const std::size_t end = std::min(pattern.find_first_not_of("0123456789", at), pattern.size());
  constexpr std::size_t most_digits = 3;
  if (end == at || end - at > most_digits || pattern.substr(end, 1) != "$") return next;
  const std::size_t position = std::stoul(std::string(pattern.substr(at, end - at)));
  at = end + 1;
  return position;
}

std::string formatted(const Value& argument, char letter) {
  const Value value = argument.printed();
  // What is NULL is left out, written as NULL, or fails.
  const bool is_known_at_all = value.is_known() || !value.text.empty();
  if (!is_known_at_all || (letter == 'L' && !value.is_known())) return Value::unknown().part();
  return letter == 's' ? value.as_text() : letter == 'I' ? quote_where_needed(value.as_text()) : quote_literal(value.as_text());
}

}  // namespace

Value format(const std::vector<Value>& args) {
  if (!args[0].is_known()) return Value::unknown();
  std::string text;
  bool is_known = true;
  std::size_t next = 1;
  const std::string& pattern = args[0].text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '%' || pattern.substr(i, 2) == "%%") {
      i += pattern[i] == '%';
      text += pattern[i];
      continue;
    }
    const std::size_t position = take_position(pattern, ++i, next);
    const char letter = i < pattern.size() ? pattern[i] : '\0';
    const bool is_argument = position > 0 && position < args.size();
    if (!is_argument || std::string_view("sIL").find(letter) == std::string_view::npos) return Value::unknown();
    text += formatted(args[position], letter);
    is_known &= args[position].is_known();
    next = position + 1;
  }
  return is_known ? Value::of(text) : Value::partly(text);
}

Value concat(const std::vector<Value>& args) {
  Value text = Value::of(std::string());
  for (const Value& arg : args)
    if (!arg.is_null()) text = join(text, arg.printed());
  return text;
}

Value concat_with(const std::vector<Value>& args) {
  if (args[0].is_null()) return Value::null();
  Value text = Value::of(std::string());
  bool is_first = true;
  for (std::size_t i = 1; i < args.size(); ++i) {
    if (args[i].is_null()) continue;
    if (!std::exchange(is_first, false)) text = join(text, args[0]);
    text = join(text, args[i].printed());
  }
  return text;
}

Value identifier(const Value& name) {
  if (name.is_known()) return Value::of(quote_where_needed(name.as_text()));
  return name.text.empty() ? name : Value::partly(quote_where_needed(name.text));
}

Value in_lower_case(const Value& text) {
  return text.is_known() ? Value::of(lower_case(text.as_text())) : Value::partly(lower_case(text.text));
}

Value replace(const std::vector<Value>& args) {
  std::string text = args[0].as_text();
  const std::string &what = args[1].as_text(), &by = args[2].as_text();
  if (what.empty()) return Value::of(text);
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return Value::of(text);
}

namespace {

std::optional<int> number_in(const Value& value) {
  int number = 0;
  const auto [end, error] = std::from_chars(value.text.data(), value.text.data() + value.text.size(), number);
  const bool is_number = error == std::errc() && end == value.text.data() + value.text.size();
  return is_number ? std::optional(number) : std::nullopt;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

/// The place of a negative count of letters, from the other end; that of any other from this end.
std::size_t end_of(long size, int count) {
  return static_cast<std::size_t>(std::clamp(count < 0 ? size + count : long{count}, 0L, size));
}

}  // namespace

Value part_numbered(const std::vector<Value>& args) {
  const auto number = number_in(args[2]);
  auto parts = args[1].as_text().empty() ? std::optional(std::vector{args[0]}) : parts_of(args[0].as_text(), args[1].as_text());
  if (!number || *number == 0 || !parts) return Value::unknown();
  const long count = std::ssize(*parts), place = *number > 0 ? *number - 1 : count + *number;
  return place >= 0 && place < count ? (*parts)[static_cast<std::size_t>(place)] : Value::of(std::string());
}

namespace {

/// Of a text that is known in part, what surely is within the first letters.
Value beginning_of(const Value& text, int count) {
  const std::string begin = text.text.substr(0, text.text.find(Value().part()));
  return count >= std::ssize(begin) && !text.text.empty() ? Value::partly(begin + Value().part()) : Value::unknown();
}

}  // namespace

Value left(const std::vector<Value>& args) {
  const std::string& text = args[0].as_text();
  const auto count = number_in(args[1]);
  if (!count || !is_ascii(text)) return Value::unknown();
  if (!args[0].is_known()) return beginning_of(args[0], *count);
  return Value::of(text.substr(0, end_of(std::ssize(text), *count)));
}

Value right(const std::vector<Value>& args) {
  const std::string& text = args[0].as_text();
  const auto count = number_in(args[1]);
  return count && is_ascii(text) ? Value::of(text.substr(text.size() - end_of(std::ssize(text), *count))) : Value::unknown();
}

Value substring(const std::vector<Value>& args) {
  const std::string& text = args[0].as_text();
  constexpr std::optional<int> most_letters = 1 << 24;
  const auto first = number_in(args[1]);
  const auto length = args.size() > 2 ? number_in(args[2]) : most_letters;
  if (!first || !length || *length < 0 || !is_ascii(text)) return Value::unknown();
  // Letters are counted from 1; one that begins before them has so many fewer.
  const long size = std::ssize(text), before = long{*first} - 1, begin = std::clamp(before, 0L, size);
  const long end = std::clamp(before + *length, begin, size);
  return Value::of(text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)));
}

}  // namespace pgplumb
