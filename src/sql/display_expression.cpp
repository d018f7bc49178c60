#include <fmt/format.h>
#include <pgplumb/sql/expression.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>

#include "sql/display_query.h"
#include "sql/expression_forms.h"
#include "sql/named_constant.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;

std::string nested(const Expression& expression);

template <class Show>
std::string joined(const std::vector<Expression>& items, std::string_view separator, Show show) {
  std::string text;
  for (const Expression& item : items) {
    if (&item != &items.front()) text += separator;
    text += show(item);
  }
  return text;
}

/// An output of a query and a parameter, which have a number, as they are.
std::string display_column(const Expression& column) {
  if (column.column.symbol) return quote_where_needed(column.column.symbol->text);
  return column.text.starts_with('#') || column.text.starts_with('$') ? column.text : quote_where_needed(column.text);
}

/// What is in public is found anyway.
std::string_view without_public(std::string_view function) {
  constexpr std::string_view schema = "public.";
  return function.starts_with(schema) ? function.substr(schema.size()) : function;
}

std::string display_choice(const Expression& choice) {
  const bool has_operand = choice.text == "simple";
  std::string text = has_operand ? "CASE " + nested(choice.args.front()) : "CASE";
  std::size_t i = has_operand ? 1 : 0;
  for (; i + 1 < choice.args.size(); i += 2)
    text += fmt::format(" WHEN {} THEN {}", display_expression(choice.args[i]), display_expression(choice.args[i + 1]));
  if (choice.args[i].kind != Kind::null) text += " ELSE " + display_expression(choice.args[i]);
  return text + " END";
}

std::string display_operation(const Expression& operation) {
  if (operation.args.size() == 1) return operation.text + " " + nested(operation.args[0]);
  return fmt::format("{} {} {}", nested(operation.args[0]), operation.text, nested(operation.args[1]));
}

/// The forms that a node of Kind::other has, by its text: behind the argument, between two, or like a function.
std::string display_other(const Expression& expression) {
  const auto& [text, args] = std::tie(expression.text, expression.args);
  const auto begins = [&](std::string_view what) { return std::string_view(text).starts_with(what); };
  if (is_named_constant(expression)) return display_named_constant(expression);
  if (auto part = display_query_part(expression)) return std::move(*part);
  if (args.empty()) return text;
  if (begins("is distinct")) return fmt::format("{} IS DISTINCT FROM {}", nested(args[0]), nested(args[1]));
  if (begins("is ") || begins("collate ")) return fmt::format("{} {}", nested(args[0]), text);
  if (begins("operator class ")) return fmt::format("{} {}", nested(args[0]), text.substr(15));
  if (begins("as ")) return fmt::format("{} AS {}", nested(args[0]), text.substr(3));
  if (begins(of_field)) return fmt::format("{}.{}", nested(args[0]), text.substr(of_field.size()));
  if (text == "subscript") return fmt::format("{}[{}]", nested(args[0]), display_expression(args[1]));
  if (text == "slice") return fmt::format("{}[{}:{}]", nested(args[0]), display_expression(args[1]), display_expression(args[2]));
  if (text.ends_with("=>")) return fmt::format("{} {}", text, display_expression(args[0]));
  return fmt::format("{}({})", text, joined(args, ", ", display_expression));
}

bool needs_parentheses(const Expression& expression) {
  switch (expression.kind) {
    case Kind::operation:
    case Kind::all_of:
    case Kind::any_of:
    case Kind::negation:
      return true;
    case Kind::other:
      return expression.text.starts_with("is ") || expression.text.starts_with("collate ");
    default:
      return false;
  }
}

std::string nested(const Expression& expression) {
  const std::string text = display_expression(expression);
  return needs_parentheses(expression) ? "(" + text + ")" : text;
}

}  // namespace

std::string display_expression(const Expression& expression) {
  const auto& args = expression.args;
  switch (expression.kind) {
    case Kind::literal:
      return expression.is_string ? quote_literal(expression.text) : expression.text;
    case Kind::null:
      return "NULL";
    case Kind::column:
      return display_column(expression);
    case Kind::call:
      return fmt::format("{}({})", without_public(expression.text), joined(args, ", ", display_expression));
    case Kind::operation:
      return display_operation(expression);
    case Kind::all_of:
      return joined(args, " AND ", nested);
    case Kind::any_of:
      return joined(args, " OR ", nested);
    case Kind::negation:
      return "NOT " + nested(args[0]);
    case Kind::cast:
      return fmt::format("{}::{}", nested(args[0]), readable_sql_type(expression.type));
    case Kind::array:
      return fmt::format("ARRAY[{}]", joined(args, ", ", display_expression));
    case Kind::row:
      return fmt::format("({})", joined(args, ", ", display_expression));
    case Kind::choice:
      return display_choice(expression);
    case Kind::other:
      return display_other(expression);
    case Kind::boolean:
    case Kind::opaque:
      return expression.text;
  }
  return expression.text;
}

}  // namespace pgplumb
