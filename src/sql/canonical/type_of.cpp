#include "sql/canonical/type_of.h"

#include <algorithm>
#include <charconv>

#include "sql/canonical/functions.h"
#include "sql/expression_forms.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;

bool is_number(const MaybeType& type) { return family_of(type) == TypeFamily::number; }
bool is_text(const MaybeType& type) { return family_of(type) == TypeFamily::text; }

/// make_const in parser/parse_node.c: int4, int8 or numeric by size.
DataType type_of_number(const std::string& text) {
  long long value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size()) return builtin_data_type("numeric");
  return builtin_data_type(value == static_cast<int>(value) ? "int4" : "int8");
}

/// What lower() and upper() of a range give.
MaybeType bound_of_range(const MaybeType& range) {
  constexpr std::pair<std::string_view, std::string_view> bounds[] = {{"int4range", "int4"},    {"int8range", "int8"},
                                                                      {"numrange", "numeric"},  {"daterange", "date"},
                                                                      {"tsrange", "timestamp"}, {"tstzrange", "timestamptz"}};
  for (const auto& [type, bound] : bounds)
    if (is_type(range, type)) return builtin_data_type(bound);
  return std::nullopt;
}

MaybeType array_of(MaybeType element) {
  if (element) element->is_array = true;
  return element;
}

/// max(varchar) is that of text; no aggregate keeps a limit.
MaybeType without_limit(MaybeType type) {
  if (is_type(type, "varchar")) return builtin_data_type("text");
  if (type) type->modifiers = {};
  return type;
}

/// A domain's values are summed as those of its type, which is not known here.
bool is_of_user(const MaybeType& type) { return type && type->name->parent != pg_catalog(); }

MaybeType sum_of(const MaybeType& type) {
  if (is_of_user(type)) return std::nullopt;
  if (is_type(type, "int2") || is_type(type, "int4")) return builtin_data_type("int8");
  return is_type(type, "int8") ? builtin_data_type("numeric") : without_limit(type);
}

MaybeType average_of(const MaybeType& type) {
  if (is_of_user(type)) return std::nullopt;
  if (is_type(type, "float4") || is_type(type, "float8")) return builtin_data_type("float8");
  return is_number(type) ? MaybeType(builtin_data_type("numeric")) : without_limit(type);
}

/// What unnest() gives of each.
MaybeType item_of(MaybeType array) {
  if (!array || !array->is_array) return std::nullopt;
  return element_of(*array);
}

/// Functions whose result depends on their first argument: aggregates, window functions, polymorphic ones.
struct ByArgument {
  std::string_view name;
  MaybeType (*of_argument)(const MaybeType& type);
};
constexpr ByArgument by_argument[] = {{"max", [](const MaybeType& type) { return without_limit(type); }},
                                      {"min", [](const MaybeType& type) { return without_limit(type); }},
                                      {"string_agg", [](const MaybeType& type) { return without_limit(type); }},
                                      {"first_value", [](const MaybeType& type) { return type; }},
                                      {"last_value", [](const MaybeType& type) { return type; }},
                                      {"lag", [](const MaybeType& type) { return type; }},
                                      {"lead", [](const MaybeType& type) { return type; }},
                                      {"array_agg", [](const MaybeType& type) { return array_of(type); }},
                                      {"enum_range", [](const MaybeType& type) { return array_of(type); }},
                                      {"unnest", [](const MaybeType& type) { return item_of(type); }},
                                      {"sum", sum_of},
                                      {"avg", average_of}};

MaybeType type_of_call(const Expression& call, const ColumnTypes& columns) {
  for (const ByArgument& function : by_argument)
    if (function.name == call.text && !call.args.empty()) return function.of_argument(type_of(call.args.front(), columns));
  if ((call.text == "lower" || call.text == "upper") && call.args.size() == 1)
    if (const MaybeType bound = bound_of_range(type_of(call.args.front(), columns))) return bound;
  if (const MaybeType result = result_type(call.text)) return result;
  if (const auto argument = argument_of_result_type(call.text); argument && *argument < call.args.size())
    return type_of(call.args[*argument], columns);
  if (takes_double(call.text) && !call.args.empty()) {
    const MaybeType argument = type_of(call.args.front(), columns);
    if (is_number(argument)) return is_type(argument, "numeric") ? argument : builtin_data_type("float8");
  }
  if (call.text == "timezone" && call.args.size() == 2) {
    const MaybeType moment = type_of(call.args[1], columns);
    if (is_type(moment, "timestamptz")) return builtin_data_type("timestamp");
    if (is_type(moment, "timestamp")) return builtin_data_type("timestamptz");
  }
  return std::nullopt;
}

MaybeType type_of_difference(const MaybeType& left, const MaybeType& right) {
  if (is_type(left, "date") && is_type(right, "date")) return builtin_data_type("int4");
  if (family_of(left) == TypeFamily::moment && family_of(right) == TypeFamily::moment) return builtin_data_type("interval");
  return std::nullopt;
}

MaybeType type_of_sum(const std::string& op, const MaybeType& left, const MaybeType& right) {
  if (op == "-")
    if (const MaybeType difference = type_of_difference(left, right)) return difference;
  if (family_of(left) == TypeFamily::moment) {
    const bool becomes_timestamp = is_type(left, "date") && family_of(right) == TypeFamily::interval;
    return becomes_timestamp ? builtin_data_type("timestamp") : *left;
  }
  if (family_of(left) == TypeFamily::interval && family_of(right) == TypeFamily::moment) return right;
  return common_type(left, right);
}

MaybeType type_of_operation(const Expression& operation, const ColumnTypes& columns) {
  const std::string& op = operation.text;
  if (is_comparison(op) || is_matching(op) || op == "@>" || op == "<@" || op == "&&" || op == "?" || op == "?|" || op == "?&" ||
      op == "@@")
    return builtin_data_type("bool");
  if (op == "->>" || op == "#>>") return builtin_data_type("text");
  const MaybeType left = type_of(operation.args.front(), columns);
  if (operation.args.size() == 1 || op == "->" || op == "#>" || op == "#-") return left;
  const MaybeType right = type_of(operation.args.back(), columns);
  if (op == "||") {
    if (left && left->is_array) return left;
    if (right && right->is_array) return right;
    if (is_type(left, "jsonb") || is_type(left, "bytea") || is_type(left, "tsvector")) return left;
    return is_text(left) || is_text(right) ? MaybeType(builtin_data_type("text")) : std::nullopt;
  }
  if (op == "+" || op == "-") return type_of_sum(op, left, right);
  if (family_of(left) == TypeFamily::interval) return left;
  return is_number(left) && is_number(right) ? common_type(left, right) : std::nullopt;
}

MaybeType type_of_choice(const Expression& choice, const ColumnTypes& columns) {
  MaybeType type = type_of(choice.args.back(), columns);
  for (std::size_t i = choice.text == "simple" ? 2 : 1; i + 1 < choice.args.size(); i += 2)
    type = common_type(type, type_of(choice.args[i], columns));
  return type;
}

MaybeType type_of_all(const std::vector<Expression>& items, const ColumnTypes& columns) {
  MaybeType type;
  for (const Expression& item : items) type = common_type(type, type_of(item, columns));
  return type;
}

/// Of a query with one output; see kinds/query.
MaybeType type_of_query(const Expression& query, const ColumnTypes& columns) {
  const bool has_outputs = query.kind == Kind::other && query.text == "select" && query.args.front().args.size() == 1;
  return has_outputs ? type_of(query.args.front().args.front(), columns) : std::nullopt;
}

MaybeType type_of_other(const Expression& expression, const ColumnTypes& columns) {
  const std::string_view text = expression.text;
  if (gives_an_argument(expression)) return type_of_all(expression.args, columns);
  if (text == "nullif" || text == "slice" || text.starts_with("collate ")) return type_of(expression.args.front(), columns);
  if (text.starts_with("is ")) return builtin_data_type("bool");
  if (text.starts_with("of ") || text == "call with") return type_of(expression.args.front(), columns);
  if (text == "scalar query") return type_of_query(expression.args.front(), columns);
  if (text == "exists") return builtin_data_type("bool");
  if (text == "current_date") return builtin_data_type("date");
  if (text.starts_with("current_timestamp")) return builtin_data_type("timestamptz");
  if (text.starts_with("localtimestamp")) return builtin_data_type("timestamp");
  if (text == "current_user" || text == "session_user" || text == "current_schema" || text == "current_catalog")
    return builtin_data_type("name");
  if (text == "subscript") {
    const MaybeType array = type_of(expression.args.front(), columns);
    return array && array->is_array ? MaybeType(element_of(*array)) : array;
  }
  return std::nullopt;
}

}  // namespace

DataType builtin_data_type(std::string_view internal_name) { return {builtin_type(internal_name), {}, false}; }

DataType element_of(DataType array) {
  array.is_array = false;
  return array;
}

bool is_same_type(const DataType& a, const DataType& b) { return a.is_array == b.is_array && same_name(a.name, b.name); }

bool is_type(const MaybeType& type, std::string_view internal_name) {
  return type && !type->is_array && type->name == builtin_type(internal_name);
}

TypeFamily family_of(const MaybeType& type) { return type && !type->is_array ? family_of(type->name) : TypeFamily::other; }

bool is_text_array(const MaybeType& type) { return type && type->is_array && family_of(type->name) == TypeFamily::text; }

bool is_ranked(const MaybeType& type) { return family_of(type) == TypeFamily::number || family_of(type) == TypeFamily::moment; }

bool is_comparison(std::string_view op) {
  return op == "=" || op == "<>" || op == "<" || op == ">" || op == "<=" || op == ">=" || op == "is distinct from";
}

bool is_matching(std::string_view op) {
  constexpr std::string_view operators[] = {"~~", "!~~", "~~*", "!~~*", "~", "!~", "~*", "!~*", "^@"};
  return std::find(std::begin(operators), std::end(operators), op) != std::end(operators);
}

bool gives_an_argument(const Expression& expression) {
  return expression.kind == Kind::other &&
         (expression.text == "coalesce" || expression.text == "greatest" || expression.text == "least");
}

MaybeType common_type(const MaybeType& a, const MaybeType& b) {
  if (!a) return b;
  if (!b) return a;
  if (family_of(a) == TypeFamily::moment && family_of(b) == TypeFamily::moment)
    return builtin(a->name)->rank >= builtin(b->name)->rank ? a : b;
  if (is_number(a) && is_number(b)) {
    const BuiltinType& left = *builtin(a->name);
    const BuiltinType& right = *builtin(b->name);
    const bool real_with_other =
        left.rank != right.rank && std::max(left.rank, right.rank) == builtin(builtin_type("float4"))->rank;
    if (real_with_other) return builtin_data_type("float8");  // the preferred type of numbers
    return builtin_data_type(left.rank >= right.rank ? left.name : right.name);
  }
  if (is_text(a) && is_text(b)) return builtin_data_type("text");
  return a;
}

MaybeType type_of(const Expression& expression, const ColumnTypes& columns) {
  switch (expression.kind) {
    case Kind::literal:
      return expression.is_string ? std::nullopt : MaybeType(type_of_number(expression.text));
    case Kind::column: {
      const DataType* type = columns && expression.column.symbol ? columns(expression.column) : nullptr;
      if (!type && expression.type.name) return expression.type;
      return type ? MaybeType(*type) : std::nullopt;
    }
    case Kind::boolean:
    case Kind::all_of:
    case Kind::any_of:
    case Kind::negation:
      return builtin_data_type("bool");
    case Kind::cast:
      return expression.type;
    case Kind::call:
      return type_of_call(expression, columns);
    case Kind::operation:
      return type_of_operation(expression, columns);
    case Kind::choice:
      return type_of_choice(expression, columns);
    case Kind::other:
      return type_of_other(expression, columns);
    case Kind::array: {
      MaybeType type = type_of_all(expression.args, columns);
      if (type) type->is_array = true;
      return type;
    }
    case Kind::null:
    case Kind::row:
    case Kind::opaque:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace pgplumb
