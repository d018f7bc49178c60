// Expressions made canonical, so that what was written and what the server stores of it are one tree. The rules, with examples,
// are in docs/expressions.md; the server's side of them is parser/parse_expr.c, parse_coerce.c and utils/adt/ruleutils.c.
//
// Bottom up: rewrite() makes the parts canonical by themselves; settle_…() then looks at operands together, finds the type they
// meet in, and takes off the casts and gives literals the spelling that follow from that type anyway. What follows from nothing
// stays and counts.
#include <pgplumb/sql/expression.h>

#include <algorithm>

#include "sql/builtin_types.h"
#include "sql/expression_forms.h"
#include "sql/literals/literals.h"
#include "sql/type_of.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;
using MaybeType = std::optional<DataType>;

bool is_same(const DataType& a, const DataType& b) { return a.is_array == b.is_array && same_name(a.name, b.name); }
bool is_builtin(const MaybeType& type, std::string_view name) {
  return type && !type->is_array && type->name == builtin_type(name);
}
TypeFamily family(const MaybeType& type) { return type && !type->is_array ? family_of(type->name) : TypeFamily::other; }
bool is_text_array(const MaybeType& type) { return type && type->is_array && family_of(type->name) == TypeFamily::text; }
bool is_cast_of_literal(const Expression& e) { return e.kind == Kind::cast && is_string(e.args.front()); }

/// Takes off a cast, keeping what was cast.
void unwrap(Expression& cast) {
  Expression inner = std::move(cast.args.front());
  cast = std::move(inner);
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

class Normaliser {
 public:
  explicit Normaliser(const ColumnTypes& columns) : columns_(columns) {}

  void rewrite(Expression& expression);
  /// The expression's value is stored as `type`.
  void store_as(Expression& expression, const DataType& type) const;

 private:
  using Items = std::vector<Expression*>;

  MaybeType type(const Expression& expression) const { return type_of(expression, columns_); }
  void rewrite_cast(Expression& cast) const;
  void push_into_array(Expression& cast);
  void settle_operation(Expression& operation) const;
  void settle_other(Expression& expression) const;
  void settle_choice(Expression& choice) const;
  void settle_call(Expression& call) const;
  void settle_membership(Expression& left, Expression& list) const;
  void settle_sum(Expression& left, Expression& right) const;
  void settle_together(const Items& items) const;
  void settle_numbers(const Items& items) const;
  void expect(Expression& expression, const DataType& type) const;
  bool widens_number(const Expression& cast) const;

  const ColumnTypes& columns_;
};

void Normaliser::rewrite(Expression& expression) {
  for (Expression& arg : expression.args) rewrite(arg);
  switch (expression.kind) {
    case Kind::literal:
      if (!expression.is_string) expression.text = number_literal(expression.text).value_or(expression.text);
      break;
    case Kind::cast:
      push_into_array(expression);
      break;
    case Kind::operation:
      settle_operation(expression);
      break;
    case Kind::all_of:
    case Kind::any_of:
      expression = junction(expression.kind, std::move(expression.args));
      break;
    case Kind::choice:
      settle_choice(expression);
      break;
    case Kind::call:
      settle_call(expression);
      break;
    case Kind::array:
    case Kind::other:
      settle_other(expression);
      break;
    default:
      break;
  }
}

/// `ARRAY['a', 'b']::text[]` is ARRAY['a'::text, 'b'::text]; an empty one keeps its cast.
void Normaliser::push_into_array(Expression& cast) {
  const bool is_list = cast.args.front().kind == Kind::array && cast.type.is_array && !cast.args.front().args.empty();
  if (!is_list) return rewrite_cast(cast);
  const DataType element = element_of(cast.type);
  unwrap(cast);
  for (Expression& item : cast.args) {
    item = cast_to(element, std::move(item));
    rewrite_cast(item);
  }
}

void Normaliser::rewrite_cast(Expression& cast) const {
  Expression& value = cast.args.front();
  const DataType& to = cast.type;
  const bool to_text = is_text_type(to) || is_text_array(to);
  if (value.kind == Kind::null) return unwrap(cast);
  if (is_string(value)) {
    value = typed_literal(value.text, to);
    const bool fits = to.modifiers.empty() || (to.name == builtin_type("varchar") && !to.is_array &&
                                               code_points(value.text) <= std::stoul("0" + to.modifiers));
    const bool says_its_type = value.kind == Kind::boolean || (is_number(value) && to.modifiers.empty());
    if (says_its_type || (to_text && !to.is_array && fits)) unwrap(cast);
    return;
  }
  if (!to.modifiers.empty()) return;
  const MaybeType from = type(value);
  if (!from) return;
  const bool both_text = to_text && !to.is_array && is_text_type(from);
  const bool both_text_arrays = is_text_array(to) && is_text_array(from);
  if (is_same(*from, to) || both_text || both_text_arrays) unwrap(cast);
}

/// A cast between numbers that PostgreSQL makes by itself, or of a whole number.
bool Normaliser::widens_number(const Expression& cast) const {
  if (cast.kind != Kind::cast || !cast.type.modifiers.empty() || !is_number_type(cast.type)) return false;
  const Expression& value = cast.args.front();
  if (is_number(value) && value.text.find('.') == std::string::npos) return true;
  const MaybeType from = type(value);
  return is_number_type(from) && builtin(from->name)->rank <= builtin(cast.type.name)->rank;
}

/// A cast decides the type that numbers are computed in, or nothing. In the latter case it goes; in the former all operands get
/// it, as the server may have added it to either.
void Normaliser::settle_numbers(const Items& items) const {
  MaybeType with_casts, without_casts;
  for (Expression* item : items) {
    with_casts = common_type(with_casts, type(*item));
    if (widens_number(*item)) unwrap(*item);
    without_casts = common_type(without_casts, type(*item));
  }
  if (is_same(*with_casts, *without_casts)) return;
  for (Expression* item : items)
    if (!is_same(*type(*item), *with_casts)) *item = cast_to(*with_casts, std::move(*item));
}

void Normaliser::settle_together(const Items& items) const {
  const auto has_type = [&](const Expression* item) { return type(*item).has_value(); };
  const auto is_numeric = [&](const Expression* item) { return is_number_type(type(*item)); };
  if (std::all_of(items.begin(), items.end(), is_numeric)) return settle_numbers(items);

  MaybeType common;
  for (const Expression* item : items)
    if (!is_cast_of_literal(*item)) common = common_type(common, type(*item));
  if (common) {
    for (Expression* item : items) expect(*item, *common);
    if (std::all_of(items.begin(), items.end(), is_numeric)) settle_numbers(items);
    return;
  }
  // Nothing but literals tells the type: those without one get it from the first that says it.
  const auto typed = std::find_if(items.begin(), items.end(), has_type);
  if (typed == items.end()) return;
  const DataType said = *type(**typed);
  for (Expression* item : items)
    if (is_string(*item) && !is_text_type(said)) {
      *item = cast_to(said, std::move(*item));
      rewrite_cast(*item);
    }
}

/// Where a value of `type` is called for: a literal needs no cast to it, and is read as that type.
void Normaliser::expect(Expression& expression, const DataType& type) const {
  if (expression.kind == Kind::cast && is_same(expression.type, type) && expression.type.modifiers.empty()) {
    const Expression& value = expression.args.front();
    const bool is_empty_array = value.kind == Kind::array && value.args.empty();
    if (is_string(value) || is_empty_array) return unwrap(expression);
  }
  if (is_string(expression)) {
    expression = typed_literal(expression.text, type);
  } else if (expression.kind == Kind::array && type.is_array) {
    for (Expression& item : expression.args) expect(item, element_of(type));
  } else if (expression.kind == Kind::choice) {
    for (std::size_t i = expression.text == "simple" ? 2 : 1; i < expression.args.size(); i += 2)
      expect(expression.args[i], type);
    expect(expression.args.back(), type);
  } else if (expression.kind == Kind::other &&
             (expression.text == "coalesce" || expression.text == "greatest" || expression.text == "least")) {
    for (Expression& arg : expression.args) expect(arg, type);
  }
}

/// `left = ANY (list)`.
void Normaliser::settle_membership(Expression& left, Expression& list) const {
  if (list.kind == Kind::array) {
    Items items{&left};
    for (Expression& item : list.args) items.push_back(&item);
    return settle_together(items);
  }
  if (MaybeType of_list = type(list); of_list && of_list->is_array && !is_cast_of_literal(list))
    return expect(left, element_of(*of_list));
  if (MaybeType array = type(left)) {
    array->is_array = true;
    if (is_text_type(type(left))) array->name = builtin_type("text");
    expect(list, *array);
  }
}

/// With a date or time, a bare literal that is added is an interval; with an interval, numbers are double precision.
void Normaliser::settle_sum(Expression& left, Expression& right) const {
  const MaybeType of_left = type(left), of_right = type(right);
  const auto is_moment = [](const MaybeType& t) { return family(t) == TypeFamily::moment || family(t) == TypeFamily::interval; };
  if (is_moment(of_left) && is_string(right))
    right = cast_to(builtin_data_type("interval"), std::move(right)), rewrite_cast(right);
  if (is_moment(of_right) && is_string(left)) left = cast_to(builtin_data_type("interval"), std::move(left)), rewrite_cast(left);
  if (family(of_left) == TypeFamily::interval && widens_number(right)) unwrap(right);
  if (family(of_right) == TypeFamily::interval && widens_number(left)) unwrap(left);
  if (is_number_type(type(left)) && is_number_type(type(right))) settle_numbers({&left, &right});
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
    {"?|", "", "text", true},           {"?&", "", "text", true},           {"@>", "jsonb", "jsonb", false},
    {"<@", "jsonb", "jsonb", false},    {"||", "jsonb", "jsonb", false},    {"@@", "tsvector", "tsquery", false},
    {"@?", "jsonb", "jsonpath", false}, {"@@", "jsonb", "jsonpath", false},
};

void Normaliser::settle_operation(Expression& operation) const {
  if (operation.args.size() != 2) return;
  Expression& left = operation.args[0];
  Expression& right = operation.args[1];
  const std::string& op = operation.text;
  for (const RightOperand& operand : right_operands) {
    if (op != operand.op || (!operand.left.empty() && !is_builtin(type(left), operand.left))) continue;
    return expect(right, {builtin_type(operand.right), {}, operand.is_array});
  }
  const bool is_membership = right.kind == Kind::other && (right.text == "any" || right.text == "all");
  if (is_membership) return settle_membership(left, right.args.front());
  if (is_comparison(op)) return settle_together({&left, &right});
  if (op == "+" || op == "-" || op == "*" || op == "/" || op == "%" || op == "^") return settle_sum(left, right);
  const bool takes_equal_types = op == "&&" || op == "@>" || op == "<@" || op == "||";
  if (takes_equal_types && (type(left).value_or(DataType{}).is_array || type(right).value_or(DataType{}).is_array || op != "||"))
    settle_together({&left, &right});
}

void Normaliser::settle_other(Expression& expression) const {
  const std::string_view text = expression.text;
  const bool meets = expression.kind == Kind::array || text == "coalesce" || text == "greatest" || text == "least" ||
                     text == "nullif" || text == "is distinct from";
  if (!meets || expression.args.empty()) return;
  Items items;
  for (Expression& arg : expression.args) items.push_back(&arg);
  settle_together(items);
}

void Normaliser::settle_choice(Expression& choice) const {
  const bool has_operand = choice.text == "simple";
  Items values, results;
  if (has_operand) values.push_back(&choice.args.front());
  std::size_t i = has_operand ? 1 : 0;
  for (; i + 1 < choice.args.size(); i += 2) {
    if (has_operand) values.push_back(&choice.args[i]);
    results.push_back(&choice.args[i + 1]);
  }
  if (choice.args[i].kind != Kind::null) results.push_back(&choice.args[i]);
  if (has_operand) settle_together(values);
  settle_together(results);
}

/// Functions of numbers that meet in one type.
constexpr std::string_view meeting_functions[] = {"mod", "div", "gcd", "lcm", "power", "pow", "int8range", "numrange"};

struct NamedArgument {
  std::string_view function;
  std::string_view type;
};
/// Functions whose first argument names an object.
constexpr NamedArgument named_arguments[] = {
    {"nextval", "regclass"},
    {"currval", "regclass"},
    {"setval", "regclass"},
    {"to_tsvector", "regconfig"},
    {"to_tsquery", "regconfig"},
    {"plainto_tsquery", "regconfig"},
    {"websearch_to_tsquery", "regconfig"},
    {"phraseto_tsquery", "regconfig"},
};

template <class List>
bool lists(const List& list, std::string_view name) {
  return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

void Normaliser::settle_call(Expression& call) const {
  if (call.text == "transaction_timestamp") call.text = "now";
  if (call.args.empty()) return;
  for (const NamedArgument& argument : named_arguments) {
    if (call.text != argument.function) continue;
    Expression& name = call.args.front();
    expect(name, builtin_data_type(argument.type));
    constexpr std::string_view default_schemas[] = {"public.", "pg_catalog."};
    for (const std::string_view schema : default_schemas)
      if (is_string(name) && name.text.starts_with(schema)) name.text.erase(0, schema.size());
  }
  const auto is_numeric = [&](const Expression& arg) { return is_number_type(type(arg)); };
  if (!std::all_of(call.args.begin(), call.args.end(), is_numeric)) return;
  Items items;
  for (Expression& arg : call.args) items.push_back(&arg);
  if (lists(meeting_functions, call.text)) settle_numbers(items);
  if (!is_double_function(call.text)) return;
  for (Expression* item : items)
    if (widens_number(*item) && is_builtin(item->type, "float8")) unwrap(*item);
}

void Normaliser::store_as(Expression& expression, const DataType& type) const {
  while (expression.kind == Kind::cast && is_same(expression.type, type) &&
         (expression.type.modifiers.empty() || expression.type.modifiers == type.modifiers))
    unwrap(expression);
  if (widens_number(expression) && is_number(expression.args.front())) unwrap(expression);
  expect(expression, type);
  if (!is_number(expression) || !is_number_type(type)) return;
  const bool keeps_zeros = is_builtin(type, "numeric") && type.modifiers.empty();
  if (!keeps_zeros) expression.text = number_value(expression.text).value_or(expression.text);
}

}  // namespace

Expression normalise(Expression expression, const DataType* target, const ColumnTypes& columns) {
  Normaliser normaliser(columns);
  normaliser.rewrite(expression);
  if (target) normaliser.store_as(expression, *target);
  return expression;
}

}  // namespace pgplumb
