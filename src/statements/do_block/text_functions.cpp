#include "statements/do_block/text_functions.h"

#include <pgplumb/sql/identifier.h>

namespace pgplumb {

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

Value format(const std::vector<Value>& args) {
  std::string text;
  std::size_t next = 1;
  const std::string& pattern = args[0].text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '%') {
      text += pattern[i];
      continue;
    }
    const char letter = ++i < pattern.size() ? pattern[i] : '\0';
    if (letter == '%') {
      text += '%';
    } else if (next >= args.size()) {
      return Value::unknown();
    } else if (letter == 's') {
      text += args[next++].as_text();
    } else if (letter == 'I') {
      text += quote_identifier(args[next++].as_text());
    } else if (letter == 'L') {
      text += quote_literal(args[next++].as_text());
    } else {
      return Value::unknown();
    }
  }
  return Value::of(text);
}

Value concat(const std::vector<Value>& args) {
  std::string text;
  for (const Value& arg : args) {
    if (arg.state == Value::State::unknown) return Value::unknown();
    if (!arg.is_null()) text += arg.as_text();
  }
  return Value::of(text);
}

Value replace(const std::vector<Value>& args) {
  std::string text = args[0].as_text();
  const std::string &what = args[1].as_text(), &by = args[2].as_text();
  if (what.empty()) return Value::of(text);
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return Value::of(text);
}

}  // namespace pgplumb
