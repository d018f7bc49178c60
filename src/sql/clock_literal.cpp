#include "sql/clock_literal.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>

#include "sql/expression_forms.h"

namespace pgplumb {

std::string clock_literal(const Expression& expression) {
  constexpr std::string_view words[] = {"now", "today", "tomorrow", "yesterday"};
  if (is_unread(expression)) {
    const std::string& text = expression.args.front().text;
    const std::string word = lower_case(std::string_view(text).substr(0, text.find(' ')));
    if (std::find(std::begin(words), std::end(words), word) != std::end(words)) return text;
  }
  for (const Expression& arg : expression.args)
    if (std::string found = clock_literal(arg); !found.empty()) return found;
  return {};
}

}  // namespace pgplumb
