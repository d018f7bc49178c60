// Expressions made canonical, so that what was written and what the server stores of it are one tree. The rules, with examples,
// are in docs/expressions.md; the server's side of them is parser/parse_expr.c, parse_coerce.c and utils/adt/ruleutils.c.
//
// Bottom up: rewrite() makes the parts canonical by themselves; settle_…() then looks at operands together, finds the type they
// meet in, and takes off the casts and gives literals the spelling that follow from that type anyway. What follows from nothing
// stays and counts.
#include <pgplumb/sql/expression.h>

#include <algorithm>
#include <charconv>
#include <utility>

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

bool is_ranked(const MaybeType& type) { return family(type) == TypeFamily::number || family(type) == TypeFamily::moment; }

/// The n of varchar(n).
std::size_t length_limit(const DataType& type) {
  std::size_t limit = 0;
  std::from_chars(type.modifiers.data(), type.modifiers.data() + type.modifiers.size(), limit);
  return limit;
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
  void rewrite_cast_of_literal(Expression& cast) const;
  void push_into_array(Expression& cast);
  void settle_operation(Expression& operation) const;
  void settle_other(Expression& expression) const;
  void settle_choice(Expression& choice) const;
  void settle_call(Expression& call) const;
  void settle_membership(Expression& left, Expression& list) const;
  void settle_sum(Expression& left, Expression& right) const;
  void settle_together(const Items& items) const;
  bool are_ranked_alike(const Items& items) const;
  void give_type(Expression& literal, const DataType& type) const;
  void settle_ranked(const Items& items) const;
  void expect(Expression& expression, const DataType& type) const;
  bool widens(const Expression& cast) const;

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
  const Expression& value = cast.args.front();
  const DataType& to = cast.type;
  if (value.kind == Kind::null) return unwrap(cast);
  if (is_string(value)) return rewrite_cast_of_literal(cast);
  const MaybeType from = type(value);
  if (!to.modifiers.empty() || !from) return;
  const bool both_text = is_text_type(to) && is_text_type(from);
  const bool both_text_arrays = is_text_array(to) && is_text_array(from);
  if (is_same(*from, to) || both_text || both_text_arrays) unwrap(cast);
}

/// A number, a boolean or a text tells its type by itself; others keep the cast until something calls for their type.
void Normaliser::rewrite_cast_of_literal(Expression& cast) const {
  DataType& to = cast.type;
  std::string text = cast.args.front().text;
  const bool names_one_unit = is_builtin(to, "interval") && to.modifiers.find_first_of("0123456789 ") == std::string::npos;
  if (names_one_unit && !to.modifiers.empty() && number_literal(text)) text += " " + std::exchange(to.modifiers, {});
  Expression literal = typed_literal(text, to);
  if (literal.kind == Kind::cast) return;
  const bool fits = to.modifiers.empty() || (is_builtin(to, "varchar") && code_points(text) <= length_limit(to));
  const bool tells_its_type = literal.kind == Kind::boolean || is_number(literal) || is_text_type(to);
  cast.args.front() = std::move(literal);
  if (tells_its_type && fits) unwrap(cast);
}

/// A cast that PostgreSQL makes by itself where numbers meet, or dates and times; or any between numbers, of a whole number.
bool Normaliser::widens(const Expression& cast) const {
  if (cast.kind != Kind::cast || !cast.type.modifiers.empty() || !is_ranked(cast.type)) return false;
  const Expression& value = cast.args.front();
  const MaybeType from = type(value);
  if (family(from) != family(cast.type)) return false;
  const bool is_whole_number = is_number(value) && value.text.find('.') == std::string::npos;
  return is_whole_number || builtin(from->name)->rank <= builtin(cast.type.name)->rank;
}

/// A cast decides the type that numbers (or moments) meet in, or nothing. In the latter case it goes; in the former all operands
/// get it, as the server may have added it to either.
void Normaliser::settle_ranked(const Items& items) const {
  MaybeType with_casts, without_casts;
  for (Expression* item : items) {
    with_casts = common_type(with_casts, type(*item));
    if (widens(*item)) unwrap(*item);
    without_casts = common_type(without_casts, type(*item));
  }
  if (is_same(*with_casts, *without_casts)) return;
  for (Expression* item : items)
    if (!is_same(*type(*item), *with_casts)) *item = cast_to(*with_casts, std::move(*item));
}

/// All of them numbers, or all of them moments.
bool Normaliser::are_ranked_alike(const Items& items) const {
  const TypeFamily first = family(type(*items.front()));
  return std::all_of(items.begin(), items.end(), [&](const Expression* item) {
    const MaybeType of_item = type(*item);
    return is_ranked(of_item) && family(of_item) == first && !is_cast_of_literal(*item);
  });
}

void Normaliser::settle_together(const Items& items) const {
  if (are_ranked_alike(items)) return settle_ranked(items);
  MaybeType common;
  for (const Expression* item : items)
    if (!is_cast_of_literal(*item)) common = common_type(common, type(*item));
  if (common) {
    for (Expression* item : items) expect(*item, *common);
    if (are_ranked_alike(items)) settle_ranked(items);
    return;
  }
  // Nothing but literals tells the type: those without one get it from the first that says it.
  const auto typed = std::find_if(items.begin(), items.end(), [&](const Expression* item) { return type(*item).has_value(); });
  if (typed == items.end()) return;
  const DataType said = *type(**typed);
  for (Expression* item : items)
    if (is_string(*item)) give_type(*item, said);
}

/// What a literal without a cast is taken for.
void Normaliser::give_type(Expression& literal, const DataType& type) const {
  literal = cast_to(type, std::move(literal));
  rewrite_cast_of_literal(literal);
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
  for (auto [one, other] : {std::pair{&left, &right}, std::pair{&right, &left}}) {
    const MaybeType of_other = type(*other);
    const bool is_interval = family(of_other) == TypeFamily::interval;
    if ((is_interval || family(of_other) == TypeFamily::moment) && is_string(*one))
      give_type(*one, builtin_data_type("interval"));
    if (is_interval && widens(*one) && is_number_type(one->type)) unwrap(*one);
  }
  if (are_ranked_alike({&left, &right})) settle_ranked({&left, &right});
}

/// What an operator takes at its right when there is some type at its left.
struct RightOperand {
  std::string_view op;
  std::string_view left;  ///< "" for any
  std::string_view right;
  bool is_array;
};
constexpr RightOperand right_operands[] = {
    {"#>", "", "text", true},           {"#>>", "", "text", true},       {"#-", "", "text", true},
    {"?|", "", "text", true},           {"?&", "", "text", true},        {"@>", "jsonb", "jsonb", false},
    {"<@", "jsonb", "jsonb", false},    {"||", "jsonb", "jsonb", false}, {"@?", "jsonb", "jsonpath", false},
    {"@@", "jsonb", "jsonpath", false},
};

constexpr std::string_view sum_operators[] = {"+", "-", "*", "/", "%", "^", "&", "|", "#"};
/// Those whose other operand is a text, whatever the one is; all that are not listed anywhere take two of one type where one is a
/// literal.
constexpr std::string_view operators_with_text[] = {"->", "->>", "?", "@@"};

template <class List>
bool lists(const List& list, std::string_view name) {
  return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

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
  if (lists(sum_operators, op)) return settle_sum(left, right);
  const bool has_array = type(left).value_or(DataType{}).is_array || type(right).value_or(DataType{}).is_array;
  if (op == "||" ? has_array : !lists(operators_with_text, op) && !is_matching(op)) settle_together({&left, &right});
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

/// Functions that exist for timestamptz, so that a date is converted to it.
constexpr std::string_view timestamptz_functions[] = {"age", "date_trunc", "timezone"};

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
  Items items;
  for (Expression& arg : call.args) items.push_back(&arg);
  if (lists(meeting_functions, call.text) && are_ranked_alike(items)) settle_ranked(items);
  const std::string_view preferred = is_double_function(call.text)             ? "float8"
                                     : lists(timestamptz_functions, call.text) ? "timestamptz"
                                                                               : "";
  for (Expression* item : items)
    if (widens(*item) && is_builtin(item->type, preferred)) unwrap(*item);
}

void Normaliser::store_as(Expression& expression, const DataType& type) const {
  while (expression.kind == Kind::cast && is_same(expression.type, type) &&
         (expression.type.modifiers.empty() || expression.type.modifiers == type.modifiers))
    unwrap(expression);
  if (widens(expression) && is_number(expression.args.front())) unwrap(expression);
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
