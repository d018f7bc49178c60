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
#include "sql/canonical/final_names.h"
#include "sql/canonical/functions.h"
#include "sql/canonical/literals/literals.h"
#include "sql/canonical/membership.h"
#include "sql/canonical/query_values.h"
#include "sql/canonical/resolution/polymorphic.h"
#include "sql/canonical/resolution/resolve_call.h"
#include "sql/canonical/row_counts.h"
#include "sql/canonical/xml.h"
#include "sql/expression_forms.h"
#include "sql/named_constant.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;

/// `f(a, VARIADIC ARRAY[b, c])`, as the server stores it, is `f(a, b, c)`.
void spread(Expression& call) {
  if (!is_spread(call)) return;
  Expression array = std::move(call.args.back().args.front());
  if (array.kind != Kind::array || array.args.empty()) {
    call.args.back().args.front() = std::move(array);
    return;
  }
  call.args.pop_back();
  std::move(array.args.begin(), array.args.end(), std::back_inserter(call.args));
}

/// What SIMILAR TO calls up to PostgreSQL 12, with NULL where no ESCAPE is given.
void rewrite_similar(Expression& call) {
  call.text = "similar_to_escape";
  if (call.args.size() == 2 && call.args.back().kind == Kind::null) call.args.pop_back();
}

/// `date('2024-01-01')` is a literal of the type, not a call (func_get_detail in parser/parse_func.c).
bool is_literal_of_type(const Expression& call) {
  return call.args.size() == 1 && is_string(call.args.front()) && builtin_type(call.text);
}

/// A row of a table by itself, as the server stores it: `t.*::t`. See kinds/query.
bool is_whole_row(const Expression& expression) {
  return expression.kind == Kind::other && expression.text.starts_with("of ") && expression.args.front().kind == Kind::other &&
         expression.args.front().text == "*";
}

class Normaliser {
 public:
  explicit Normaliser(const Casts& casts) : casts_(casts) {}

  void rewrite(Expression& expression) const;

 private:
  void rewrite_itself(Expression& expression) const;
  void rewrite_number(Expression& number) const;
  void rewrite_cast(Expression& cast) const;
  void rewrite_operation(Expression& operation) const;
  bool resolve(Expression& call) const;
  bool is_cast_by_name(const Expression& call) const;
  void take_off_labels(std::vector<Expression>& arguments) const;
  void rewrite_choice(Expression& choice) const;
  void rewrite_call(Expression& call) const;
  void rewrite_name(Expression& name, std::string_view kind) const;
  void rewrite_equality(Expression& expression) const;
  void rewrite_ordered_set(Expression& call, Expression& order) const;
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
      rewrite_cast(expression);
      break;
    case Kind::operation:
      rewrite_operation(expression);
      break;
    case Kind::choice:
      rewrite_choice(expression);
      break;
    case Kind::call:
      rewrite_call(expression);
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

/// `ARRAY['a', 'b']::text[]` is ARRAY['a'::text, 'b'::text]; an empty one keeps its cast. That of `(a COLLATE "C")::text` is one
/// of `a`; a type without collations drops the COLLATE (coerce_type in parser/parse_coerce.c).
void Normaliser::rewrite_cast(Expression& cast) const {
  if (is_whole_row(cast.args.front())) return unwrap(cast);
  if (is_collation(cast.args.front())) {
    const DataType to = cast.type;
    unwrap(cast);
    if (!is_collatable(base_type(to, casts_.types()))) unwrap(cast);
    Expression& collated = is_collation(cast) ? cast.args.front() : cast;
    collated = cast_to(to, std::move(collated));
    return rewrite_cast(collated);
  }
  const bool is_list = cast.args.front().kind == Kind::array && cast.type.is_array && !cast.args.front().args.empty();
  if (!is_list) return casts_.rewrite(cast);
  const DataType type = cast.type;
  unwrap(cast);
  for (Expression& item : cast.args) {
    item = cast_to(type_of_member(item, type), std::move(item));
    rewrite_cast(item);
  }
  meet(pointers_to(cast.args), casts_);
}

/// `- 1`, which the grammar makes one number (doNegate in parser/gram.y).
bool is_negative_number(const Expression& operation) {
  return operation.text == "-" && operation.args.size() == 1 && is_number(operation.args.front());
}

/// Operators whose operands need not be of one type. All others, where nothing is known of them, are taken to have two of a type.
bool takes_any_two(std::string_view op) {
  constexpr std::string_view operators[] = {"->",  "->>",  "?", "@@", "||", "~~",  "!~~",
                                            "~~*", "!~~*", "~", "!~", "~*", "!~*", "^@"};
  return std::find(std::begin(operators), std::end(operators), op) != std::end(operators);
}

/// Of an operator that the source makes: "===(integer, text)".
bool takes_two_types(const Symbol* op) {
  const std::string_view operands = op ? std::string_view(op->text).substr(op->text.find('(') + 1) : std::string_view();
  const std::size_t comma = operands.find(", ");
  return comma != operands.npos && operands.substr(0, comma) != operands.substr(comma + 2, operands.size() - comma - 3);
}

void Normaliser::rewrite_operation(Expression& operation) const {
  name_operator(operation, casts_.types());
  if (is_negative_number(operation)) {
    const std::string positive = operation.args.front().text;
    operation = number(positive.starts_with('-') ? positive.substr(1) : "-" + positive);
    return;
  }
  const Expression& last = operation.args.back();
  const bool is_membership = operation.args.size() == 2 && last.kind == Kind::other && (last.text == "any" || last.text == "all");
  if (is_membership) return rewrite_membership(operation, casts_);
  if (operation.args.front().kind == Kind::row && last.kind == Kind::row) return compare_members(operation, casts_);
  if (operation.args.front().kind == Kind::row) return take_off_labels(operation.args.front().args);
  if (resolve(operation)) return;
  if (operation.args.size() == 2 && !takes_any_two(operation.text) && !takes_two_types(operation.routine))
    meet({&operation.args[0], &operation.args[1]}, casts_);
  else
    take_off_labels(operation.args);
}

/// Of what goes to nobody knows which function: the server has added those that it takes.
void Normaliser::take_off_labels(std::vector<Expression>& arguments) const {
  for (Expression& argument : arguments) casts_.take_off_labels(argument);
}

/// Converts the arguments of a call or an operation to what it takes. False where that is not known.
bool Normaliser::resolve(Expression& call) const {
  call.type = {};
  const auto arguments = arguments_of(call);
  if (!arguments) return false;
  const FindConversion conversion = [&](const ArgumentTypes& types) { return resolve_call(call, types, casts_.types()); };
  const auto found = convert(*arguments, conversion, casts_);
  if (!found) {
    if (call.kind == Kind::call && !is_spread(call)) read_literals_for_all(call, *arguments, casts_);
    return false;
  }
  call.type = found->result;
  return true;
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

/// `date(day)` of a date, `text(code)` of a varchar, `text(3)`: without a function of these very types, a call by the name of a
/// type is a cast where that changes the label only, or reads or writes a text (func_get_detail in parser/parse_func.c).
bool Normaliser::is_cast_by_name(const Expression& call) const {
  if (call.args.size() != 1 || !builtin_type(call.text)) return false;
  const MaybeType from = casts_.type(call.args.front());
  const auto signatures = functions_named(call.text);
  const bool is_function = from && std::any_of(signatures.begin(), signatures.end(), [&](const Signature& signature) {
                             return signature.parameters.size() == 1 && is_same_type(signature.parameters.front(), *from);
                           });
  const DataType to = builtin_data_type(call.text);
  const bool is_scalar = from && !from->is_array && from->name->parent == pg_catalog() && !is_type(from, "record");
  const bool becomes_text = is_scalar && family_of(to) == TypeFamily::text;
  return from && !is_function && (is_same_type(*from, to) || family_of(*from) == TypeFamily::text || becomes_text);
}

void Normaliser::rewrite_call(Expression& call) const {
  name_function(call, casts_.types());
  if (call.text == "transaction_timestamp") call.text = "now";
  if (call.text == "similar_escape") rewrite_similar(call);
  if (is_literal_of_type(call)) {
    call = cast_to(builtin_data_type(call.text), std::move(call.args.front()));
    return casts_.rewrite(call);
  }
  if (is_cast_by_name(call)) {
    call = cast_to(builtin_data_type(call.text), std::move(call.args.front()));
    return rewrite_cast(call);
  }
  spread(call);
  const std::string_view kind = kind_of_object_named(call.text, call.args.size());
  if (!kind.empty()) rewrite_name(call.args.front(), kind);
  if (!resolve(call)) take_off_labels(call.args);
}

/// `nextval('public.orders_id_seq'::regclass)`: neither the cast nor these schemas tell anything.
void Normaliser::rewrite_name(Expression& name, std::string_view kind) const { casts_.expect(name, builtin_data_type(kind)); }

/// NULLIF and IS DISTINCT FROM look for the operator `=`.
void Normaliser::rewrite_equality(Expression& expression) const {
  const Arguments arguments = pointers_to(expression.args);
  const FindConversion equals = [&](const ArgumentTypes& types) { return resolve_operator("=", types, casts_.types()); };
  if (!convert(arguments, equals, casts_)) meet(arguments, casts_);
}

/// Of an ordered-set aggregate, the values that it orders are arguments too: percentile_cont(0.5) WITHIN GROUP (ORDER BY a).
void Normaliser::rewrite_ordered_set(Expression& call, Expression& order) const {
  Arguments arguments = pointers_to(call.args);
  for (Expression& sort : order.args) arguments.push_back(&sort.args.front());
  const FindConversion conversion = [&](const ArgumentTypes& types) {
    return resolve_function(call.text, types, casts_.types());
  };
  if (const auto found = convert(arguments, conversion, casts_)) call.type = found->result;
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
  if (expression.text == "nullif" || expression.text == "is distinct from") return rewrite_equality(expression);
  if (is_collation(expression)) return name_collation(expression);  // what stands around it says of which type it is
  label_strings_as_text(expression.args);
  rewrite_xml(expression, casts_);
  rewrite_row_counts(expression, casts_);
  // Of an aggregate, it shows what the argument is converted to.
  if (is_sort(expression)) take_off_labels(expression.args);
  if (expression.text == "call with" && expression.args.size() > 1 && expression.args[1].text == "within group")
    rewrite_ordered_set(expression.args[0], expression.args[1]);
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

Expression rename_label(Expression expression, const DataType* target, const KnownTypes& columns, const RenamedLabel& renamed) {
  return normalise(std::move(expression), target, Casts(columns, &renamed));
}

}  // namespace pgplumb
