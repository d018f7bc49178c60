#include "sql/canonical/query_values.h"

#include <algorithm>

#include "sql/canonical/arguments.h"
#include "sql/canonical/resolution/coercion.h"
#include "sql/expression_forms.h"

namespace pgplumb {

using Kind = Expression::Kind;

bool is_set_operation(const Expression& expression) {
  const std::string_view text = expression.text;
  const std::string_view word = text.substr(0, text.find(' '));
  return expression.kind == Kind::other && (word == "union" || word == "intersect" || word == "except");
}

bool is_query(const Expression& expression) {
  return expression.kind == Kind::other &&
         (expression.text == "select" || expression.text == "values" || is_set_operation(expression));
}

void label_strings_as_text(std::vector<Expression>& values) {
  for (Expression& value : values) {
    if (is_text_constant(value) && is_type(value.type, "text")) unwrap(value);
    if (value.kind == Kind::row || is_collation(value)) label_strings_as_text(value.args);
  }
}

void meet_in_columns(std::vector<Expression>& rows, const Casts& casts) {
  const std::size_t columns = rows.empty() ? 0 : rows.front().args.size();
  for (std::size_t column = 0; column < columns; ++column) {
    Arguments values;
    for (Expression& row : rows)
      if (row.kind == Kind::row && column < row.args.size()) values.push_back(&row.args[column]);
    meet(values, casts);
  }
}

void give_types_of_other_side(Expression& operation, const Casts& casts) {
  const Expression &left = operation.args[0], &right = operation.args[1];
  if (left.text != "select" || right.text != "select") return;
  std::vector<Expression>&a = operation.args[0].args.front().args, &b = operation.args[1].args.front().args;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    Expression& literal = is_string(a[i]) ? a[i] : b[i];
    const MaybeType type = casts.type(is_string(a[i]) ? b[i] : a[i]);
    if (is_string(literal) && type) {
      const DataType base = base_type(*type, casts.types());
      casts.give_type(literal, {base.name, {}, base.is_array});
    }
    if (is_text_constant(literal)) unwrap(literal);
  }
}

}  // namespace pgplumb
