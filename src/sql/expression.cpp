#include <pgplumb/sql/expression.h>

#include <algorithm>

#include "sql/expression_forms.h"
#include "sql/same_shape.h"

namespace pgplumb {

using Kind = Expression::Kind;

bool operator==(const Expression& a, const Expression& b) {
  const auto text = [](const Expression& expression) -> std::string_view { return expression.text; };
  return a.is_string == b.is_string && same_shape(a, b, text, std::equal_to<>());
}

bool holds_a_query(const Expression& expression) {
  const bool is_query = expression.kind == Kind::other && (expression.text == "select" || expression.text == "values");
  return is_query || std::any_of(expression.args.begin(), expression.args.end(), holds_a_query);
}

bool is_nextval(const Expression& expression) {
  const Expression& value = without_casts(expression);
  return value.kind == Kind::call && value.text == "nextval" && value.args.size() == 1;
}

bool has_opaque_part(const Expression& expression) {
  return expression.kind == Kind::opaque || std::any_of(expression.args.begin(), expression.args.end(), has_opaque_part);
}

}  // namespace pgplumb
