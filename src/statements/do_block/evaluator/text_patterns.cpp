// Functions that look for a pattern in a text, or cut and fill its ends.
#include <algorithm>

#include "statements/do_block/evaluator/text_functions.h"

namespace pgplumb {

std::optional<PlainPattern> plain_pattern(std::string_view expression) {
  PlainPattern pattern;
  if (expression.starts_with('^')) pattern.at_begin = true, expression.remove_prefix(1);
  if (expression.ends_with('$')) pattern.at_end = true, expression.remove_suffix(1);
  for (std::size_t i = 0; i < expression.size(); ++i) {
    const bool is_escaped =
        expression[i] == '\\' && i + 1 < expression.size() && std::ispunct(static_cast<unsigned char>(expression[i + 1]));
    if (is_escaped)
      ++i;
    else if (std::string_view("^$.[]()*+?{}|\\").find(expression[i]) != std::string_view::npos)
      return std::nullopt;
    pattern.text += expression[i];
  }
  return pattern;
}

std::size_t place_of(const PlainPattern& pattern, std::string_view text) {
  if (pattern.at_begin && pattern.at_end) return text == pattern.text ? 0 : std::string_view::npos;
  if (pattern.at_begin) return text.starts_with(pattern.text) ? 0 : std::string_view::npos;
  if (pattern.at_end) return text.ends_with(pattern.text) ? text.size() - pattern.text.size() : std::string_view::npos;
  return text.find(pattern.text);
}

Value regexp_replace(const std::vector<Value>& args) {
  const auto pattern = args.size() < 3 ? std::nullopt : plain_pattern(args[1].text);
  const bool is_global = args.size() == 4 && args[3].text == "g";
  if (!pattern || pattern->text.empty() || args[2].text.find('\\') != std::string::npos || (args.size() > 3 && !is_global))
    return Value::unknown();
  if (is_global && !pattern->at_begin && !pattern->at_end) return replace({args[0], Value::of(pattern->text), args[2]});
  std::string text = args[0].as_text();
  if (const std::size_t at = place_of(*pattern, text); at != std::string::npos)
    text.replace(at, pattern->text.size(), args[2].text);
  return Value::of(text);
}

namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

}  // namespace

Value letter_count(const Value& text) {
  const std::string& letters = text.as_text();
  return is_ascii(letters) ? Value::of(std::to_string(letters.size())) : Value::unknown();
}

Value padded(std::string_view function, const std::vector<Value>& args) {
  constexpr std::size_t most_digits = 3;
  if (args.size() < 2 || !is_number(args[1].text) || args[1].text.size() > most_digits) return Value::unknown();
  const std::string &text = args[0].as_text(), fill = args.size() > 2 ? args[2].text : " ";
  const std::size_t length = std::stoul(args[1].text);
  if (!is_ascii(text) || !is_ascii(fill) || fill.empty()) return Value::unknown();
  if (text.size() >= length) return Value::of(text.substr(0, length));
  std::string padding;
  while (padding.size() < length - text.size()) padding += fill;
  padding.resize(length - text.size());
  return Value::of(function == "lpad" ? padding + text : text + padding);
}

Value trimmed(std::string_view function, const std::vector<Value>& args) {
  std::string_view text = args[0].as_text();
  const std::string letters = args.size() > 1 ? args[1].text : " ";
  if (!is_ascii(letters)) return Value::unknown();
  if (function != "rtrim") text.remove_prefix(std::min(text.find_first_not_of(letters), text.size()));
  if (function != "ltrim") text = text.substr(0, text.find_last_not_of(letters) + 1);
  return Value::of(std::string(text));
}

}  // namespace pgplumb
