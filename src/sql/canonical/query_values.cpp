#include "sql/canonical/query_values.h"

#include <optional>

#include "sql/canonical/arguments.h"
#include "sql/canonical/resolution/coercion.h"
#include "sql/canonical/resolution/resolve_call.h"
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

namespace {

/// None for a literal that has no type of its own; nothing where it is not known.
std::optional<MaybeType> type_of_output(const Expression& query, std::size_t column, const Casts& casts) {
  if (is_set_operation(query)) {
    const auto left = type_of_output(query.args[0], column, casts), right = type_of_output(query.args[1], column, casts);
    const MaybeType common = left && right ? common_type_of({*left, *right}, casts.types()) : std::nullopt;
    return common ? std::optional(common) : std::nullopt;
  }
  if (query.text != "select" || column >= query.args.front().args.size()) return std::nullopt;
  const Expression& output = query.args.front().args[column];
  if (is_untyped(output)) return MaybeType();
  const MaybeType type = casts.type(output);
  return type ? std::optional(type) : std::nullopt;
}

void give_types_of(const Expression& other, Expression& query, const Casts& casts) {
  if (query.text != "select") return;
  std::vector<Expression>& outputs = query.args.front().args;
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    const auto type = is_string(outputs[i]) ? type_of_output(other, i, casts) : std::nullopt;
    if (type && *type) {
      const DataType base = base_type(**type, casts.types());
      casts.give_type(outputs[i], {base.name, {}, base.is_array});
    }
    if (is_text_constant(outputs[i])) unwrap(outputs[i]);
  }
}

}  // namespace

void give_types_of_other_side(Expression& operation, const Casts& casts) {
  give_types_of(operation.args[1], operation.args[0], casts);
  give_types_of(operation.args[0], operation.args[1], casts);
}

}  // namespace pgplumb
