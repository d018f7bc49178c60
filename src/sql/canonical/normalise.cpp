// Expressions made canonical, so that what was written and what the server stores of it are one tree. The rules, with examples,
// are in docs/expressions.md; the server's side of them is parser/parse_expr.c, parse_coerce.c and utils/adt/ruleutils.c.
//
// Bottom up: the parts are canonical by themselves before their whole is looked at. Then operands are looked at together (see
// meeting.h): the type that they meet in makes casts to it needless and tells how literals are spelled. What follows from nothing
// stays, and counts.
#include <pgplumb/sql/expression.h>

#include <algorithm>

#include "sql/canonical/functions.h"
#include "sql/canonical/literals/literals.h"
#include "sql/canonical/meeting.h"
#include "sql/expression_forms.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;

class Normaliser {
 public:
  explicit Normaliser(const Casts& casts) : casts_(casts) {}

  void rewrite(Expression& expression) const;

 private:
  void rewrite_cast(Expression& cast) const;
  void rewrite_operation(Expression& operation) const;
  void rewrite_membership(Expression& left, Expression& list) const;
  void rewrite_sum(Expression& left, Expression& right) const;
  void rewrite_choice(Expression& choice) const;
  void rewrite_call(Expression& call) const;
  void rewrite_name(Expression& name, std::string_view kind) const;
  void rewrite_other(Expression& expression) const;

  const Casts& casts_;
};

/// `enum_range(NULL::status)`
bool tells_by_its_type(const Expression& arg, const Expression& call) {
  const bool is_typed_null = arg.kind == Kind::cast && arg.args.front().kind == Kind::null;
  return is_typed_null && call.kind == Kind::call && takes_type_of_null(call.text);
}

void Normaliser::rewrite(Expression& expression) const {
  for (Expression& arg : expression.args)
    if (!tells_by_its_type(arg, expression)) rewrite(arg);
  switch (expression.kind) {
    case Kind::literal:
      if (is_number(expression)) expression.text = number_literal(expression.text).value_or(expression.text);
      break;
    case Kind::all_of:
    case Kind::any_of:
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
      meet(meeting_of(expression.args), casts_);
      break;
    case Kind::other:
      rewrite_other(expression);
      break;
    default:
      break;
  }
}

/// `ARRAY['a', 'b']::text[]` is ARRAY['a'::text, 'b'::text]; an empty one keeps its cast.
void Normaliser::rewrite_cast(Expression& cast) const {
  const bool is_list = cast.args.front().kind == Kind::array && cast.type.is_array && !cast.args.front().args.empty();
  if (!is_list) return casts_.rewrite(cast);
  const DataType element = element_of(cast.type);
  unwrap(cast);
  for (Expression& item : cast.args) {
    item = cast_to(element, std::move(item));
    casts_.rewrite(item);
  }
  meet(meeting_of(cast.args), casts_);
}

/// What an operator takes at its right when there is some type at its left.
struct RightOperand {
  std::string_view op;
  std::string_view left;  ///< "" for any
  std::string_view right;
  bool is_array;
};
constexpr RightOperand right_operands[] = {
    {"#>", "", "text", true},           {"#>>", "", "text", true},          {"#-", "", "text", true},
    {"?|", "", "text", true},           {"?&", "", "text", true},           {"||", "jsonb", "jsonb", false},
    {"@?", "jsonb", "jsonpath", false}, {"@@", "jsonb", "jsonpath", false},
};

template <class List>
bool lists(const List& list, std::string_view op) {
  return std::find(std::begin(list), std::end(list), op) != std::end(list);
}

/// Operators whose operands need not be of one type. All others, where one operand is a literal, take two of the other's type
/// (oper_select_candidate's rule for unknown literals in parser/parse_oper.c).
bool takes_any_two(std::string_view op, const MaybeType& left, const MaybeType& right) {
  constexpr std::string_view with_text[] = {"->", "->>", "?", "@@"};
  const bool has_array = (left && left->is_array) || (right && right->is_array);
  return is_matching(op) || lists(with_text, op) || (op == "||" && !has_array);
}

void Normaliser::rewrite_operation(Expression& operation) const {
  if (operation.args.size() != 2) return;
  Expression& left = operation.args[0];
  Expression& right = operation.args[1];
  const std::string_view op = operation.text;
  const MaybeType left_type = casts_.type(left);
  for (const RightOperand& operand : right_operands)
    if (op == operand.op && (operand.left.empty() || is_type(left_type, operand.left)))
      return casts_.expect(right, {builtin_type(operand.right), {}, operand.is_array});

  constexpr std::string_view sums[] = {"+", "-", "*", "/", "%", "^", "&", "|", "#"};
  const bool is_membership = right.kind == Kind::other && (right.text == "any" || right.text == "all");
  if (is_membership) return rewrite_membership(left, right.args.front());
  if (lists(sums, op)) return rewrite_sum(left, right);
  if (!takes_any_two(op, left_type, casts_.type(right))) meet({&left, &right}, casts_);
}

/// `left = ANY (list)`.
void Normaliser::rewrite_membership(Expression& left, Expression& list) const {
  if (list.kind == Kind::array) {
    Meeting meeting = meeting_of(list.args);
    meeting.insert(meeting.begin(), &left);
    return meet(meeting, casts_);
  }
  const MaybeType list_type = casts_.type(list);
  if (list_type && list_type->is_array && !is_cast_of_literal(list)) return casts_.expect(left, element_of(*list_type));
  MaybeType array = casts_.type(left);
  if (!array) return;
  if (family_of(array) == TypeFamily::text) array = builtin_data_type("text");
  array->is_array = true;
  casts_.expect(list, *array);
}

/// With a date or time, a bare literal that is added is an interval; with an interval, numbers are double precision.
void Normaliser::rewrite_sum(Expression& left, Expression& right) const {
  for (auto [one, other] : {std::pair{&left, &right}, std::pair{&right, &left}}) {
    const TypeFamily family = family_of(casts_.type(*other));
    const bool is_interval = family == TypeFamily::interval;
    if ((is_interval || family == TypeFamily::moment) && is_string(*one)) casts_.give_type(*one, builtin_data_type("interval"));
    if (is_interval && casts_.widens(*one) && family_of(one->type) == TypeFamily::number) unwrap(*one);
  }
  meet_as_ranked({&left, &right}, casts_);
}

void Normaliser::rewrite_choice(Expression& choice) const {
  const bool has_operand = choice.text == "simple";
  if (has_operand) {
    Meeting compared{&choice.args.front()};
    for (std::size_t i = 1; i + 1 < choice.args.size(); i += 2) compared.push_back(&choice.args[i]);
    meet(compared, casts_);
  }
  Meeting results = results_of(choice);
  std::erase_if(results, [](const Expression* result) { return result->kind == Kind::null; });
  meet(results, casts_);
}

void Normaliser::rewrite_call(Expression& call) const {
  if (call.text == "transaction_timestamp") call.text = "now";
  if (call.args.empty()) return;
  const std::string_view kind = kind_of_object_named(call.text);
  if (!kind.empty()) rewrite_name(call.args.front(), kind);
  if (takes_alike(call.text)) meet_as_ranked(meeting_of(call.args), casts_);
  const std::string_view preferred = takes_double(call.text) ? "float8" : takes_timestamptz(call.text) ? "timestamptz" : "";
  for (Expression& arg : call.args)
    if (casts_.widens(arg) && is_type(arg.type, preferred)) unwrap(arg);
}

/// `nextval('public.orders_id_seq'::regclass)`: neither the cast nor these schemas tell anything.
void Normaliser::rewrite_name(Expression& name, std::string_view kind) const {
  casts_.expect(name, builtin_data_type(kind));
  if (!is_string(name)) return;
  for (const std::string_view schema : {"public.", "pg_catalog."})
    if (name.text.starts_with(schema)) name.text.erase(0, schema.size());
}

void Normaliser::rewrite_other(Expression& expression) const {
  const bool stores = expression.text == "set" && expression.args.size() == 2;
  if (const MaybeType column = stores ? casts_.type(expression.args.front()) : std::nullopt)
    casts_.store_as(expression.args.back(), *column);
  const bool meets = gives_an_argument(expression) || expression.text == "nullif" || expression.text == "is distinct from";
  if (meets) meet(meeting_of(expression.args), casts_);
}

}  // namespace

namespace {

Expression normalise(Expression expression, const DataType* target, const Casts& casts) {
  Normaliser(casts).rewrite(expression);
  if (target) casts.store_as(expression, *target);
  return expression;
}

}  // namespace

Expression normalise(Expression expression, const DataType* target, const ColumnTypes& columns) {
  return normalise(std::move(expression), target, Casts(columns));
}

Expression rename_label(Expression expression, const DataType* target, const ColumnTypes& columns, const RenamedLabel& renamed) {
  return normalise(std::move(expression), target, Casts(columns, &renamed));
}

}  // namespace pgplumb
