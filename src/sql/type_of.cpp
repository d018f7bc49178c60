#include "sql/type_of.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "sql/builtin_types.h"
#include "sql/expression_forms.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;
using MaybeType = std::optional<DataType>;

struct FunctionResult {
  std::string_view type;
  std::vector<std::string_view> functions;
};

/// Functions that give one type whatever they take (pg_proc.prorettype).
const std::vector<FunctionResult>& function_results() {
  static const std::vector<FunctionResult> results = {
      {"text",
       {"lower",
        "upper",
        "initcap",
        "btrim",
        "ltrim",
        "rtrim",
        "substring",
        "substr",
        "left",
        "right",
        "replace",
        "concat",
        "concat_ws",
        "md5",
        "to_char",
        "format",
        "lpad",
        "rpad",
        "regexp_replace",
        "reverse",
        "repeat",
        "translate",
        "split_part",
        "encode",
        "overlay",
        "jsonb_typeof",
        "json_typeof",
        "quote_literal",
        "quote_ident",
        "current_setting",
        "array_to_string",
        "jsonb_extract_path_text",
        "json_extract_path_text",
        "normalize",
        "chr",
        "to_hex",
        "similar_to_escape"}},
      {"int4",
       {"length", "char_length", "character_length", "octet_length", "bit_length", "position", "strpos", "ascii", "array_length",
        "cardinality", "array_upper", "array_lower", "array_ndims", "array_position", "jsonb_array_length", "json_array_length",
        "num_nulls", "num_nonnulls"}},
      {"int8", {"nextval", "currval", "setval", "count"}},
      {"float8", {"random", "date_part", "pi", "similarity"}},
      {"numeric", {"extract", "to_number"}},
      {"timestamptz", {"now", "clock_timestamp", "statement_timestamp", "to_timestamp", "make_timestamptz"}},
      {"timestamp", {"make_timestamp"}},
      {"date", {"to_date", "make_date"}},
      {"interval", {"make_interval", "age", "justify_days", "justify_hours", "justify_interval"}},
      {"uuid", {"gen_random_uuid", "uuid_generate_v4", "uuid_generate_v1", "uuid_generate_v1mc", "uuidv7", "uuidv4"}},
      {"jsonb",
       {"jsonb_build_object", "jsonb_build_array", "to_jsonb", "jsonb_set", "jsonb_strip_nulls", "jsonb_object",
        "jsonb_extract_path"}},
      {"json", {"json_build_object", "json_build_array", "to_json", "row_to_json", "json_object"}},
      {"tsvector", {"to_tsvector", "setweight"}},
      {"tsquery", {"to_tsquery", "plainto_tsquery", "phraseto_tsquery", "websearch_to_tsquery"}},
      {"bytea", {"decode", "sha256", "sha512", "sha224", "sha384", "digest", "gen_random_bytes"}},
      {"bool",
       {"starts_with", "isfinite", "isempty", "is_normalized", "overlaps", "jsonb_exists", "regexp_like", "pg_input_is_valid"}},
      {"regtype", {"pg_typeof"}},
      {"int4range", {"int4range"}},
      {"int8range", {"int8range"}},
      {"numrange", {"numrange"}},
      {"daterange", {"daterange"}},
      {"tsrange", {"tsrange"}},
      {"tstzrange", {"tstzrange"}},
  };
  return results;
}

/// Functions whose result has the type of one argument, counted from 0.
constexpr std::pair<std::string_view, std::size_t> same_type_as_argument[] = {
    {"abs", 0}, {"mod", 0}, {"date_trunc", 1}, {"min", 0}, {"max", 0}, {"array_append", 0}, {"array_remove", 0}, {"array_cat", 0},
};

/// Functions that exist for double precision and mostly for numeric, so that integers are converted to the former.
constexpr std::string_view double_functions[] = {"sqrt", "cbrt",    "power", "pow",   "exp",   "ln",    "log",         "sin",
                                                 "cos",  "tan",     "asin",  "acos",  "atan",  "atan2", "radians",     "degrees",
                                                 "ceil", "ceiling", "floor", "round", "trunc", "sign",  "to_timestamp"};

DataType builtin_of(std::string_view name) { return builtin_data_type(name); }
bool is_type(const MaybeType& type, std::string_view name) { return type && !type->is_array && type->name == builtin_type(name); }
TypeFamily family(const MaybeType& type) { return type && !type->is_array ? family_of(type->name) : TypeFamily::other; }

/// make_const in parser/parse_node.c: int4, int8 or numeric by size.
DataType type_of_number(const std::string& text) {
  long long value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size()) return builtin_of("numeric");
  return builtin_of(value == static_cast<int>(value) ? "int4" : "int8");
}

/// What lower() and upper() of a range give.
MaybeType bound_of_range(const MaybeType& range) {
  constexpr std::pair<std::string_view, std::string_view> bounds[] = {{"int4range", "int4"},    {"int8range", "int8"},
                                                                      {"numrange", "numeric"},  {"daterange", "date"},
                                                                      {"tsrange", "timestamp"}, {"tstzrange", "timestamptz"}};
  for (const auto& [type, bound] : bounds)
    if (is_type(range, type)) return builtin_of(bound);
  return std::nullopt;
}

MaybeType type_of_call(const Expression& call, const ColumnTypes& columns) {
  static const auto results = [] {
    std::unordered_map<std::string_view, DataType> by_name;
    for (const FunctionResult& result : function_results())
      for (const std::string_view name : result.functions) by_name.emplace(name, builtin_of(result.type));
    return by_name;
  }();
  if ((call.text == "lower" || call.text == "upper") && call.args.size() == 1)
    if (const MaybeType bound = bound_of_range(type_of(call.args.front(), columns))) return bound;
  if (const auto found = results.find(call.text); found != results.end()) return found->second;
  for (const auto& [name, argument] : same_type_as_argument)
    if (call.text == name && argument < call.args.size()) return type_of(call.args[argument], columns);
  if (is_double_function(call.text) && !call.args.empty()) {
    const MaybeType argument = type_of(call.args.front(), columns);
    if (is_number_type(argument)) return is_type(argument, "numeric") ? argument : builtin_of("float8");
  }
  if (call.text == "timezone" && call.args.size() == 2) {
    const MaybeType moment = type_of(call.args[1], columns);
    if (is_type(moment, "timestamptz")) return builtin_of("timestamp");
    if (is_type(moment, "timestamp")) return builtin_of("timestamptz");
  }
  return std::nullopt;
}

MaybeType type_of_difference(const MaybeType& left, const MaybeType& right) {
  if (is_type(left, "date") && is_type(right, "date")) return builtin_of("int4");
  if (family(left) == TypeFamily::moment && family(right) == TypeFamily::moment) return builtin_of("interval");
  return std::nullopt;
}

MaybeType type_of_sum(const std::string& op, const MaybeType& left, const MaybeType& right) {
  if (op == "-")
    if (const MaybeType difference = type_of_difference(left, right)) return difference;
  if (family(left) == TypeFamily::moment) {
    const bool becomes_timestamp = is_type(left, "date") && family(right) == TypeFamily::interval;
    return becomes_timestamp ? builtin_of("timestamp") : *left;
  }
  if (family(left) == TypeFamily::interval && family(right) == TypeFamily::moment) return right;
  return common_type(left, right);
}

MaybeType type_of_operation(const Expression& operation, const ColumnTypes& columns) {
  const std::string& op = operation.text;
  if (is_comparison(op) || is_matching(op) || op == "@>" || op == "<@" || op == "&&" || op == "?" || op == "?|" || op == "?&" ||
      op == "@@")
    return builtin_of("bool");
  if (op == "->>" || op == "#>>") return builtin_of("text");
  const MaybeType left = type_of(operation.args.front(), columns);
  if (operation.args.size() == 1 || op == "->" || op == "#>" || op == "#-") return left;
  const MaybeType right = type_of(operation.args.back(), columns);
  if (op == "||") {
    if (left && left->is_array) return left;
    if (right && right->is_array) return right;
    if (is_type(left, "jsonb") || is_type(left, "bytea") || is_type(left, "tsvector")) return left;
    return is_text_type(left) || is_text_type(right) ? MaybeType(builtin_of("text")) : std::nullopt;
  }
  if (op == "+" || op == "-") return type_of_sum(op, left, right);
  if (family(left) == TypeFamily::interval) return left;
  return is_number_type(left) && is_number_type(right) ? common_type(left, right) : std::nullopt;
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

MaybeType type_of_other(const Expression& expression, const ColumnTypes& columns) {
  const std::string_view text = expression.text;
  if (text == "coalesce" || text == "greatest" || text == "least") return type_of_all(expression.args, columns);
  if (text == "nullif" || text.starts_with("collate ")) return type_of(expression.args.front(), columns);
  if (text.starts_with("is ")) return builtin_of("bool");
  if (text == "current_date") return builtin_of("date");
  if (text.starts_with("current_timestamp")) return builtin_of("timestamptz");
  if (text.starts_with("localtimestamp")) return builtin_of("timestamp");
  if (text == "current_user" || text == "session_user" || text == "current_schema" || text == "current_catalog")
    return builtin_of("name");
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

bool is_number_type(const MaybeType& type) { return family(type) == TypeFamily::number; }
bool is_text_type(const MaybeType& type) { return family(type) == TypeFamily::text; }

bool is_double_function(std::string_view name) {
  return std::find(std::begin(double_functions), std::end(double_functions), name) != std::end(double_functions);
}

bool is_comparison(std::string_view op) {
  return op == "=" || op == "<>" || op == "<" || op == ">" || op == "<=" || op == ">=" || op == "is distinct from";
}

bool is_matching(std::string_view op) {
  constexpr std::string_view operators[] = {"~~", "!~~", "~~*", "!~~*", "~", "!~", "~*", "!~*", "^@"};
  return std::find(std::begin(operators), std::end(operators), op) != std::end(operators);
}

MaybeType common_type(const MaybeType& a, const MaybeType& b) {
  if (!a) return b;
  if (!b) return a;
  if (family(a) == TypeFamily::moment && family(b) == TypeFamily::moment)
    return builtin(a->name)->rank >= builtin(b->name)->rank ? a : b;
  if (is_number_type(a) && is_number_type(b)) {
    const BuiltinType& left = *builtin(a->name);
    const BuiltinType& right = *builtin(b->name);
    const bool real_with_other =
        left.rank != right.rank && std::max(left.rank, right.rank) == builtin(builtin_type("float4"))->rank;
    if (real_with_other) return builtin_of("float8");  // the preferred type of numbers
    return builtin_data_type(left.rank >= right.rank ? left.name : right.name);
  }
  if (is_text_type(a) && is_text_type(b)) return builtin_of("text");
  return a;
}

MaybeType type_of(const Expression& expression, const ColumnTypes& columns) {
  switch (expression.kind) {
    case Kind::literal:
      return expression.is_string ? std::nullopt : MaybeType(type_of_number(expression.text));
    case Kind::column: {
      const DataType* type = columns && expression.column.symbol ? columns(expression.column) : nullptr;
      return type ? MaybeType(*type) : std::nullopt;
    }
    case Kind::boolean:
    case Kind::all_of:
    case Kind::any_of:
    case Kind::negation:
      return builtin_of("bool");
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
