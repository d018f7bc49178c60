#include "sql/canonical/type_of.h"

#include <algorithm>
#include <charconv>

#include "sql/canonical/functions.h"
#include "sql/canonical/resolution/coercion.h"
#include "sql/canonical/resolution/polymorphic.h"
#include "sql/canonical/resolution/resolve_call.h"
#include "sql/canonical/xml.h"
#include "sql/expression_forms.h"
#include "sql/named_constant.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;

/// make_const in parser/parse_node.c: int4, int8 or numeric by size.
DataType type_of_number(const std::string& text) {
  long long value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size()) return builtin_data_type("numeric");
  return builtin_data_type(value == static_cast<int>(value) ? "int4" : "int8");
}

/// What all of them give; none where that depends.
MaybeType result_of_all(std::span<const Signature> signatures) {
  if (signatures.empty() || is_polymorphic(signatures.front().result)) return std::nullopt;
  const DataType& first = signatures.front().result;
  const auto gives_it = [&](const Signature& signature) { return is_same_type(signature.result, first); };
  return std::all_of(signatures.begin(), signatures.end(), gives_it) ? MaybeType(first) : std::nullopt;
}

MaybeType type_of_call(const Expression& call, const KnownTypes& types) {
  if (call.type.name) return call.type;
  if (const auto resolution = resolve_call(call, types)) return resolution->result;
  const auto signatures = functions_known(name_of_called(call), types);
  return signatures.empty() ? result_of_extension(call.text) : result_of_all(signatures);
}

MaybeType type_of_operation(const Expression& operation, const KnownTypes& types) {
  if (operation.type.name) return operation.type;
  const bool is_membership = operation.args.back().text == "any" || operation.args.back().text == "all";
  if (is_membership && operation.args.back().kind == Kind::other) return builtin_data_type("bool");
  if (const auto resolution = resolve_call(operation, types)) return resolution->result;
  return operation.routine ? std::nullopt : result_of_all(operators_named(operation.text));
}

/// Of values that meet in one; none where the type of one is not known.
MaybeType type_of_all(const std::vector<const Expression*>& values, const KnownTypes& types) {
  const auto all = argument_types(values, types);
  return all ? common_type_of(*all, types) : std::nullopt;
}

/// Of CASE.
std::vector<const Expression*> results_of(const Expression& choice) {
  std::vector<const Expression*> results{&choice.args.back()};
  for (std::size_t i = choice.text == "simple" ? 2 : 1; i + 1 < choice.args.size(); i += 2) results.push_back(&choice.args[i]);
  return results;
}

/// Of a query with one; see kinds/query. Null where it has others, or parts.
const Expression* output_of(const Expression& query) {
  const bool has_one = query.kind == Kind::other && query.text == "select" && query.args.front().args.size() == 1;
  return has_one ? &query.args.front().args.front() : nullptr;
}

MaybeType type_of_query(const Expression& query, const KnownTypes& types) {
  const Expression* output = output_of(query);
  return output ? type_of(*output, types) : std::nullopt;
}

MaybeType array_of(MaybeType element) {
  if (element) element->is_array = true;
  return element;
}

constexpr std::pair<std::string_view, std::string_view> types_of_words[] = {
    {"exists", "bool"},         {"current_date", "date"},        {"current_time", "timetz"}, {"current_timestamp", "timestamptz"},
    {"localtime", "time"},      {"localtimestamp", "timestamp"}, {"current_user", "name"},   {"session_user", "name"},
    {"current_schema", "name"}, {"current_catalog", "name"},
};

/// What `=` takes of the first one, with its length where it is of that type (transformAExprNullIf in parser/parse_expr.c).
MaybeType type_of_nullif(const Expression& nullif, const KnownTypes& types) {
  MaybeType first = type_of(nullif.args.front(), types);
  if (first) first = base_type(*first, types);
  const auto compared = argument_types(pointers_to(nullif.args), types);
  const auto equals = compared ? resolve_operator("=", *compared, types) : std::nullopt;
  const bool is_another = equals && !(first && is_same_type(*first, equals->parameters.front()));
  return is_another ? MaybeType(equals->parameters.front()) : first;
}

MaybeType type_of_other(const Expression& expression, const KnownTypes& types) {
  const std::string_view text = expression.text;
  if (is_named_constant(expression)) return builtin_data_type(text);
  if ((text.starts_with(of_field) || text == "*") && expression.type.name) return expression.type;
  if (gives_an_argument(expression)) return type_of_all(pointers_to(expression.args), types);
  if (const MaybeType xml = type_of_xml(expression)) return xml;
  if (text == "nullif") return type_of_nullif(expression, types);
  if (text == "slice" || is_collation(expression)) return type_of(expression.args.front(), types);
  if (text.starts_with("is ")) return builtin_data_type("bool");
  if (text.starts_with("of ") || text == "call with") return type_of(expression.args.front(), types);
  if (text == "scalar query") return type_of_query(expression.args.front(), types);
  if (text == "array of query") return array_of(type_of_query(expression.args.front(), types));
  const std::size_t digits = std::min(text.find('('), text.size());
  for (const auto& [words, type] : types_of_words)
    if (text.substr(0, digits) == words)
      return DataType{builtin_type(type), digits < text.size() ? text.substr(digits + 1, text.size() - digits - 2) : "", false};
  if (text == "subscript") {
    MaybeType array = type_of(expression.args.front(), types);
    if (array) array = base_type(*array, types);
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

bool is_same_but_for_label(const DataType& a, const DataType& b) {
  const auto is_plain_text = [](const DataType& type) {
    return type.name == builtin_type("text") || type.name == builtin_type("varchar");
  };
  return is_same_type(a, b) || (a.is_array == b.is_array && is_plain_text(a) && is_plain_text(b));
}

bool is_collatable(const DataType& type) {
  const bool is_of_extension = type.name && type.name == extension_type(type.name->text);
  return is_of_extension || (family_of(type.name) == TypeFamily::text && type.name != builtin_type("char"));
}

bool is_collation(const Expression& expression) {
  return expression.kind == Kind::other && expression.text.starts_with("collate ");
}

bool gives_an_argument(const Expression& expression) {
  return expression.kind == Kind::other &&
         (expression.text == "coalesce" || expression.text == "greatest" || expression.text == "least");
}

std::vector<const Expression*> values_given(const Expression& expression) {
  if (expression.kind == Kind::choice) return results_of(expression);
  if (expression.kind == Kind::other && expression.text == "nullif") return {&expression.args.front()};
  if (expression.kind == Kind::other && expression.text == "scalar query")
    if (const Expression* output = output_of(expression.args.front())) return {output};
  const bool gives_all = expression.kind == Kind::array || gives_an_argument(expression);
  return gives_all ? pointers_to(expression.args) : std::vector<const Expression*>();
}

MaybeType type_of(const Expression& expression, const KnownTypes& types) {
  switch (expression.kind) {
    case Kind::literal:
      return expression.is_string ? std::nullopt : MaybeType(type_of_number(expression.text));
    case Kind::column: {
      const DataType* type = types.column && expression.column.symbol ? types.column(expression.column) : nullptr;
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
      return type_of_call(expression, types);
    case Kind::operation:
      return type_of_operation(expression, types);
    case Kind::choice:
      return type_of_all(results_of(expression), types);
    case Kind::other:
      return type_of_other(expression, types);
    case Kind::array: {
      if (expression.args.empty()) return std::nullopt;
      MaybeType type = type_of_all(pointers_to(expression.args), types);
      if (type) type->is_array = true;  // of arrays, it is an array like its members
      return type;
    }
    case Kind::null:
      return expression.type.name ? MaybeType(expression.type) : std::nullopt;
    case Kind::row:
    case Kind::opaque:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace pgplumb
