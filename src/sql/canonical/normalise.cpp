// Expressions made canonical, so that what was written and what the server stores of it are one tree. The rules, with examples,
// are in docs/expressions.md; the server's side of them is parser/parse_expr.c, parse_coerce.c and utils/adt/ruleutils.c.
//
// Bottom up: the parts are canonical by themselves before their whole is looked at. Then operands are looked at together (see
// arguments.h): the type that they meet in makes casts to it needless and tells how literals are spelled. What follows from
// nothing stays, and counts.
#include <pgplumb/sql/expression.h>

#include <algorithm>
#include <utility>

#include "sql/canonical/arguments.h"
#include "sql/canonical/calls.h"
#include "sql/canonical/cast_of_parts.h"
#include "sql/canonical/final_names.h"
#include "sql/canonical/functions.h"
#include "sql/canonical/literals/literals.h"
#include "sql/canonical/operations.h"
#include "sql/canonical/query_values.h"
#include "sql/canonical/resolution/resolve_call.h"
#include "sql/canonical/row_counts.h"
#include "sql/canonical/xml.h"
#include "sql/expression_forms.h"
#include "sql/named_constant.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;

class Normaliser {
 public:
  explicit Normaliser(const Casts& casts) : casts_(casts) {}

  void rewrite(Expression& expression) const;

 private:
  void rewrite_itself(Expression& expression) const;
  void rewrite_number(Expression& number) const;
  void rewrite_choice(Expression& choice) const;
  void rewrite_test_of_whole(Expression& test) const;
  void rewrite_other(Expression& expression) const;

  const Casts& casts_;
};

bool is_typed_null(const Expression& expression) {
  return expression.kind == Kind::cast && expression.args.front().kind == Kind::null;
}

/// `enum_range(NULL::status)`: no other argument has the type.
bool tells_by_its_type(const Expression& arg, const Expression& call) {
  if (!is_typed_null(arg) || call.kind != Kind::call || !takes_type_of_null(call.text)) return false;
  return std::all_of(call.args.begin(), call.args.end(),
                     [](const Expression& one) { return is_typed_null(one) || one.kind == Kind::null; });
}

/// `ANY (ARRAY[…])`, of which the members meet the left side before they meet one another.
bool is_list_to_compare_with(const Expression& expression) {
  return expression.kind == Kind::other && (expression.text == "any" || expression.text == "all") &&
         expression.args.front().kind == Kind::array;
}

void Normaliser::rewrite(Expression& expression) const {
  const bool is_list = is_list_to_compare_with(expression);
  for (Expression& arg : is_list ? expression.args.front().args : expression.args)
    if (!tells_by_its_type(arg, expression)) rewrite(arg);
  rewrite_itself(expression);
}

void Normaliser::rewrite_itself(Expression& expression) const {
  switch (expression.kind) {
    case Kind::literal:
      if (is_number(expression)) rewrite_number(expression);
      if (expression.routine) expression.text = final_name(expression);
      break;
    case Kind::negation:
      casts_.expect(expression.args.front(), builtin_data_type("bool"));
      break;
    case Kind::all_of:
    case Kind::any_of:
      for (Expression& arg : expression.args) casts_.expect(arg, builtin_data_type("bool"));
      expression = junction(expression.kind, std::move(expression.args));
      break;
    case Kind::cast:
      rewrite_cast(expression, casts_);
      break;
    case Kind::operation:
      rewrite_operation(expression, casts_);
      break;
    case Kind::choice:
      rewrite_choice(expression);
      break;
    case Kind::call:
      rewrite_call(expression, casts_);
      break;
    case Kind::array:
      // The members of IN meet the left side, too.
      if (expression.text.empty()) meet(pointers_to(expression.args), casts_);
      break;
    case Kind::other:
      rewrite_other(expression);
      break;
    default:
      break;
  }
}

/// With a point or an exponent it is numeric, though its value may be written without (make_const in parser/parse_node.c).
void Normaliser::rewrite_number(Expression& number) const {
  const bool is_numeric = number.text.find_first_of(".eE") != std::string::npos;
  number.text = number_literal(number.text).value_or(number.text);
  if (is_numeric && number.text.find('.') == std::string::npos) number = cast_to(builtin_data_type("numeric"), std::move(number));
}

void Normaliser::rewrite_choice(Expression& choice) const {
  const bool has_operand = choice.text == "simple";
  const std::size_t first = has_operand ? 1 : 0;
  if (has_operand) {
    Arguments compared{&choice.args.front()};
    for (std::size_t i = 1; i + 1 < choice.args.size(); i += 2) compared.push_back(&choice.args[i]);
    meet(compared, casts_);
  } else {
    for (std::size_t i = first; i + 1 < choice.args.size(); i += 2) casts_.expect(choice.args[i], builtin_data_type("bool"));
  }
  Arguments results = results_of(choice);
  std::rotate(results.begin(), results.end() - 1, results.end());  // the type of ELSE comes first
  meet(results, casts_);
}

/// Only of a row is it something else whether the whole or each field is NULL. Types that are not built in may be rows.
void Normaliser::rewrite_test_of_whole(Expression& test) const {
  const MaybeType type = casts_.type(test.args.front());
  const bool is_row = !type || !type->name || type->name->parent != pg_catalog() || type->name->text == "record";
  if (!is_row || (type && type->is_array)) test.text.resize(test.text.size() - of_the_whole.size());
}

void Normaliser::rewrite_other(Expression& expression) const {
  if (expression.text.ends_with(of_the_whole)) return rewrite_test_of_whole(expression);
  if (expression.text == "values") return meet_in_columns(expression.args, casts_);
  if (is_set_operation(expression)) return give_types_of_other_side(expression, casts_);
  if (gives_an_argument(expression) || expression.text == "marked") return meet(pointers_to(expression.args), casts_);
  if (expression.text == "nullif" || expression.text == "is distinct from") return rewrite_equality(expression, casts_);
  if (is_collation(expression)) return name_collation(expression);  // what stands around it says of which type it is
  label_strings_as_text(expression.args);
  rewrite_xml(expression, casts_);
  rewrite_row_counts(expression, casts_);
  // Of an aggregate, it shows what the argument is converted to.
  if (is_sort(expression)) take_off_labels(expression.args, casts_);
  if (expression.text == "call with" && expression.args.size() > 1 && expression.args[1].text == "within group")
    rewrite_ordered_set(expression.args[0], expression.args[1], casts_);
  const bool stores = expression.text == "set" && expression.args.size() == 2;
  if (const MaybeType column = stores ? casts_.type(expression.args.front()) : std::nullopt)
    casts_.store_as(expression.args.back(), *column);
  else if (stores)
    casts_.take_off_labels(expression.args.back());
}

}  // namespace

namespace {

Expression normalise(Expression expression, const DataType* target, const Casts& casts) {
  Normaliser(casts).rewrite(expression);
  if (target)
    casts.store_as(expression, *target);
  else if (is_text_constant(expression))
    unwrap(expression);
  return expression;
}

}  // namespace

Expression normalise(Expression expression, const DataType* target, const KnownTypes& columns) {
  return normalise(std::move(expression), target, Casts(columns));
}

Expression rename_labels(Expression expression, const DataType* target, const KnownTypes& columns, const RenamedLabels& renamed) {
  return normalise(std::move(expression), target, Casts(columns, &renamed));
}

}  // namespace pgplumb
