// The words of a path into JSON (jsonpath_scan.l).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

struct JsonpathToken {
  enum class Kind { sign, word, string, variable, number };
  Kind kind;
  std::string text;  ///< without quotes and escapes

  bool is(std::string_view sign) const { return kind == Kind::sign && text == sign; }
  bool is_word(std::string_view word) const { return kind == Kind::word && text == word; }
};

/// None where the text is not understood.
std::optional<std::vector<JsonpathToken>> jsonpath_tokens(std::string_view text);

/// A string as jsonpath_out prints it (escape_json).
std::string quoted(std::string_view text);

}  // namespace pgplumb
