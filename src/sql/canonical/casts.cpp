#include "sql/canonical/casts.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "sql/canonical/literals/literals.h"
#include "sql/expression_forms.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;

/// The n of varchar(n).
std::size_t length_limit(const DataType& type) {
  std::size_t limit = 0;
  const std::string& digits = type.modifiers.str();
  std::from_chars(digits.data(), digits.data() + digits.size(), limit);
  return limit;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// `interval day`
bool has_one_field(const DataType& type) {
  return is_type(type, "interval") && !type.modifiers.empty() &&
         type.modifiers.str().find_first_of("0123456789 ") == std::string::npos;
}

/// `interval '1' day`: the number counts the type's only field.
bool counts_a_field(std::string_view text, const DataType& type) { return has_one_field(type) && number_literal(text); }

/// `'1 day'::interval day`, as the server prints it: what does not belong to the field is gone from the text already.
bool is_cut_to_field(std::string_view text, const DataType& type) {
  return has_one_field(type) && interval_literal(text) == std::string(text);
}

}  // namespace

bool is_cast_of_literal(const Expression& expression) {
  return expression.kind == Kind::cast && is_string(expression.args.front());
}

void unwrap(Expression& cast) {
  Expression inner = std::move(cast.args.front());
  cast = std::move(inner);
}

void Casts::rewrite(Expression& cast) const {
  const Expression& value = cast.args.front();
  const DataType& to = cast.type;
  if (value.kind == Kind::null) return unwrap(cast);
  if (is_string(value)) return rewrite_cast_of_literal(cast);
  const MaybeType from = type(value);
  if (!to.modifiers.empty() || !from) return;
  const bool both_texts = family_of(to) == TypeFamily::text && family_of(from) == TypeFamily::text;
  const bool both_text_arrays = is_text_array(to) && is_text_array(from);
  if (is_same_type(*from, to) || both_texts || both_text_arrays) unwrap(cast);
}

/// A number, a boolean or a text tells its type by itself; others keep the cast until something calls for their type.
void Casts::rewrite_cast_of_literal(Expression& cast) const {
  DataType& to = cast.type;
  std::string text = cast.args.front().text;
  if (counts_a_field(text, to)) text += " " + std::exchange(to.modifiers, {}).str();
  if (is_cut_to_field(text, to)) to.modifiers = {};
  Expression literal = typed_literal(text, to, renamed_);
  if (literal.kind == Kind::cast) return;
  const bool fits = to.modifiers.empty() || (is_type(to, "varchar") && code_points(text) <= length_limit(to));
  const bool tells_its_type = literal.kind == Kind::boolean || is_number(literal) || family_of(to) == TypeFamily::text;
  cast.args.front() = std::move(literal);
  if (tells_its_type && fits) unwrap(cast);
}

void Casts::give_type(Expression& literal, const DataType& type) const {
  literal = cast_to(type, std::move(literal));
  rewrite_cast_of_literal(literal);
}

void Casts::expect(Expression& expression, const DataType& type) const {
  if (expression.kind == Kind::cast && is_same_type(expression.type, type) && expression.type.modifiers.empty()) {
    const Expression& value = expression.args.front();
    const bool is_empty_array = value.kind == Kind::array && value.args.empty();
    if (is_string(value) || is_empty_array) unwrap(expression);
  }
  if (is_string(expression)) expression = typed_literal(expression.text, type, renamed_);
  if (expression.kind == Kind::array && type.is_array)
    for (Expression& item : expression.args) expect(item, element_of(type));
  if (gives_an_argument(expression))
    for (Expression& arg : expression.args) expect(arg, type);
  if (expression.kind == Kind::choice)
    for (Expression* result : results_of(expression)) expect(*result, type);
}

void Casts::store_as(Expression& expression, const DataType& type) const {
  while (expression.kind == Kind::cast && is_same_type(expression.type, type) &&
         (expression.type.modifiers.empty() || expression.type.modifiers == type.modifiers))
    unwrap(expression);
  if (widens(expression) && is_number(expression.args.front())) unwrap(expression);
  expect(expression, type);
  if (!is_number(expression) || family_of(type) != TypeFamily::number) return;
  const bool keeps_zeros = is_type(type, "numeric") && type.modifiers.empty();
  if (!keeps_zeros) expression.text = number_value(expression.text).value_or(expression.text);
}

bool Casts::widens(const Expression& cast) const {
  if (cast.kind != Kind::cast || !cast.type.modifiers.empty() || !is_ranked(cast.type)) return false;
  const Expression& value = cast.args.front();
  const MaybeType from = type(value);
  if (family_of(from) != family_of(cast.type)) return false;
  const bool is_whole_number = is_number(value) && value.text.find('.') == std::string::npos;
  return is_whole_number || builtin(from->name)->rank <= builtin(cast.type.name)->rank;
}

}  // namespace pgplumb
