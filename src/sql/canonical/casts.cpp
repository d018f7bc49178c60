#include "sql/canonical/casts.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "sql/canonical/literals/literals.h"
#include "sql/canonical/resolution/coercion.h"
#include "sql/canonical/resolution/resolve_call.h"
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

/// Types of a length that a cast cuts to and that an assignment insists on.
bool cuts(const DataType& type) {
  return family_of(type.name) == TypeFamily::text || type.name == builtin_type("bit") || type.name == builtin_type("varbit");
}

/// `'101'::bit` of `('101'::bit)::bit(8)`, `2::numeric` of `(2::numeric)::numeric(10,1)`, `'x'::text` of a cast to a domain over
/// it.
bool is_constant_of(const Expression& value, const DataType& type) {
  return value.kind == Kind::cast && value.type.modifiers.empty() && is_same_type(value.type, type) &&
         value.args.front().kind == Kind::literal;
}

/// A cast of a number, as `(0)::numeric`, that leaves it what it is.
bool keeps_number(const Expression& cast) {
  if (cast.kind != Kind::cast || !cast.type.modifiers.empty() || !is_number(cast.args.front())) return false;
  const bool is_whole = cast.args.front().text.find('.') == std::string::npos;
  return is_type(cast.type, "numeric") || is_type(cast.type, "float8") ||
         (is_whole && family_of(cast.type) == TypeFamily::number);
}

}  // namespace

bool is_text_constant(const Expression& expression) {
  return expression.kind == Kind::cast && is_same_but_for_label(expression.type, builtin_data_type("text")) &&
         expression.type.modifiers.empty() && is_string(expression.args.front());
}

void unwrap(Expression& cast) {
  Expression inner = std::move(cast.args.front());
  cast = std::move(inner);
}

void Casts::rewrite(Expression& cast) const {
  Expression& value = cast.args.front();
  const DataType& to = cast.type;
  const DataType base = base_type(to, types_);
  if (value.kind == Kind::null) {
    value.type = {cast.type.name, {}, cast.type.is_array};
    return unwrap(cast);
  }
  if (is_string(value)) return rewrite_cast_of_literal(cast);
  if (is_constant_of(value, base)) {
    // Shown without its own label (get_coercion_expr in utils/adt/ruleutils.c).
    unwrap(cast.args.front());
    return rewrite(cast);
  }
  if (is_text_constant(value)) {
    // 'now'::text::timestamp is read when it is asked for, 'now'::timestamp when it is written.
    if (family_of(base) != TypeFamily::text) return;
    unwrap(cast.args.front());
    return rewrite_cast_of_literal(cast);
  }
  take_off_labels(cast.args.front());
  const MaybeType from = type(value);
  if (from && (*from == to || (to.modifiers.empty() && is_same_type(*from, to)))) unwrap(cast);
}

bool Casts::only_labels(const Expression& cast) const {
  if (cast.kind != Kind::cast) return false;
  const Expression& value = cast.args.front();
  if (is_string(value)) return is_text_constant(cast);
  const MaybeType from = type(value);
  if (!from) return false;
  const DataType base = base_type(*from, types_);
  const bool keeps_length = cast.type.modifiers.empty() || cast.type.modifiers == base.modifiers;
  return keeps_length && is_same_but_for_label(base, cast.type);
}

void Casts::take_off_labels(Expression& value) const {
  if (is_collation(value)) return take_off_labels(value.args.front());
  while (only_labels(value)) unwrap(value);
}

/// A number or a boolean tells its type by itself; others keep the cast until something calls for their type. A domain's
/// literal is one of what it is over.
void Casts::rewrite_cast_of_literal(Expression& cast) const {
  DataType& to = cast.type;
  const std::string text = cast.args.front().text;
  const DataType base = base_type(to, types_);
  Expression literal = typed_literal(text, to, types_, renamed_);
  cast.text.clear();
  if (literal.kind == Kind::cast) {
    cast.text = std::move(literal.text);
    cast.args.front() = std::move(literal.args.front());
    return;
  }
  if (is_type(base, "interval")) to.modifiers = {};  // the literal is cut to its fields already
  if (is_type(to, "varchar") && code_points(text) <= length_limit(to)) to.modifiers = {};
  const MaybeType own = type_of(literal, types_);
  cast.args.front() = std::move(literal);
  if (own && *own == to) unwrap(cast);
}

void Casts::give_type(Expression& literal, const DataType& type) const {
  literal = cast_to(type, std::move(literal));
  rewrite_cast_of_literal(literal);
}

void Casts::expect(Expression& expression, const DataType& type) const {
  if (expression.kind == Kind::cast && is_same_but_for_label(expression.type, type) && expression.type.modifiers.empty()) {
    const Expression& value = expression.args.front();
    const bool is_empty_array = value.kind == Kind::array && value.args.empty();
    if (is_string(value) || is_empty_array) unwrap(expression);
  }
  if (is_string(expression)) expression = typed_literal(expression.text, type, types_, renamed_);
  if (!takes_type(expression, type)) return;
  if (expression.kind == Kind::array && type.is_array)
    for (Expression& item : expression.args) expect(item, element_of(type));
  if (gives_an_argument(expression))
    for (Expression& arg : expression.args) expect(arg, type);
  if (expression.kind == Kind::choice)
    for (Expression* result : results_of(expression)) expect(*result, type);
}

/// What its parts meet in is that type, or nothing but what is called for tells it: the literals in GREATEST(now(), '…') are read
/// before the whole becomes a date.
bool Casts::takes_type(const Expression& whole, const DataType& type) const {
  const MaybeType own = this->type(whole);
  return (own && is_same_but_for_label(*own, type)) || std::all_of(whole.args.begin(), whole.args.end(), is_untyped);
}

/// A cast to the type is PostgreSQL's own business there, whatever it is of; of a domain, one to what it is over, too. Not one
/// that cuts what is too long for the type, which it would refuse.
void Casts::store_as(Expression& expression, const DataType& type) const {
  const DataType base = base_type(type, types_);
  const auto is_stored_anyway = [&](const Expression& cast) {
    if (is_text_constant(cast.args.front()) && family_of(base) != TypeFamily::text) return false;
    const bool has_its_length = cast.type.modifiers == type.modifiers && !cuts(cast.type);
    const bool is_to_it = is_same_type(cast.type, type) && (cast.type.modifiers.empty() || has_its_length);
    return is_to_it || (cast.type.modifiers.empty() && is_same_type(cast.type, base)) || only_labels(cast);
  };
  // Nothing else is stored as a boolean without a cast.
  const bool is_boolean = family_of(base) == TypeFamily::boolean;
  while (!is_boolean && expression.kind == Kind::cast && is_stored_anyway(expression)) unwrap(expression);
  if (keeps_number(expression) && family_of(base) == TypeFamily::number) unwrap(expression);
  expect(expression, base);
  if (!is_number(expression) || family_of(base) != TypeFamily::number) return;
  const bool keeps_zeros = is_type(base, "numeric") && base.modifiers.empty();
  if (!keeps_zeros) expression.text = number_value(expression.text).value_or(expression.text);
}

}  // namespace pgplumb
