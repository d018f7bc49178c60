// Canonical trees as SQL that a server reads: names quoted and operands in parentheses where need be. What is left of a
// tree when its names are quoted is shown as people see it (display_expression.cpp).
#include <fmt/format.h>
#include <pgplumb/sql/expression.h>
#include <pgplumb/sql/identifier.h>

#include "sql/expression_forms.h"
#include "sql/named_constant.h"
#include "sql/row_of_table.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;

Expression written(const Expression& expression);

/// `"auth"."uid"`. A dot that is part of a name is taken for one between two.
std::string quoted_path(std::string_view path) {
  const auto dot = path.find('.');
  if (dot == path.npos) return quote_where_needed(path);
  if (path.substr(0, dot) == "public") return quote_where_needed(path.substr(dot + 1));
  return quote_where_needed(path.substr(0, dot)) + "." + quote_where_needed(path.substr(dot + 1));
}

Expression as_it_stands(std::string text) { return make(Kind::opaque, std::move(text)); }

Expression in_parentheses(const Expression& expression) {
  return as_it_stands("(" + display_expression(written(expression)) + ")");
}

/// A cast binds tighter than all but what is one word, or ends in a parenthesis.
bool stands_alone(const Expression& expression) {
  return (expression.kind == Kind::literal && !expression.text.starts_with('-')) || expression.kind == Kind::column ||
         expression.kind == Kind::call || expression.kind == Kind::array;
}

Expression written_cast(const Expression& cast) {
  const Expression& value = cast.args.front();
  return as_it_stands(display_expression(stands_alone(value) ? written(value) : in_parentheses(value)) +
                      "::" + sql_type(cast.type));
}

/// Members whose type the operator has to tell, which an array would take for text.
bool is_list_of_members(const Expression& right, std::string_view word) {
  return right.kind == Kind::other && right.text == word && right.args.size() == 1 && right.args.front().kind == Kind::array &&
         right.args.front().args.size() > 1;
}

/// An operator of another schema is named as OPERATOR(schema.+).
std::string written_operator(const std::string& name) {
  const auto dot = name.find('.');
  if (dot == name.npos) return name;
  return fmt::format("OPERATOR({}.{})", quote_identifier(name.substr(0, dot)), name.substr(dot + 1));
}

/// What stands behind its operand, and binds tighter than most operands do.
Expression written_other(Expression other) {
  constexpr std::string_view collate = "collate ", named = " =>";
  const std::string_view text = other.text;
  if (is_named_constant(other)) return as_it_stands(sql_named_constant(other));
  if (text.starts_with(collate))
    return as_it_stands(display_expression(other.args.front()) + " COLLATE " + quote_where_needed(text.substr(collate.size())));
  if (text.starts_with(of_field))
    return as_it_stands(display_expression(other.args.front()) + "." + quote_where_needed(text.substr(of_field.size())));
  if (text.ends_with(of_the_whole))
    return as_it_stands(display_expression(in_parentheses(other.args.front())) +
                        (text.starts_with("is not") ? " IS DISTINCT FROM NULL" : " IS NOT DISTINCT FROM NULL"));
  if (text.ends_with(named)) other.text = quote_where_needed(text.substr(0, text.size() - named.size())) + std::string(named);
  if (text == of_row && other.args.front().type.name)
    return as_it_stands(quote_where_needed(other.args.front().type.name->text) + ".*");
  if (text == "variadic") return as_it_stands("VARIADIC " + display_expression(other.args.front()));
  return other;
}

bool stands_before_its_suffix(const Expression& expression) {
  return expression.text == "subscript" || expression.text == "slice" || expression.text.starts_with("collate ") ||
         expression.text.starts_with(of_field);
}

std::vector<Expression> written_args(const Expression& expression) {
  std::vector<Expression> args;
  for (const Expression& arg : expression.args)
    args.push_back(args.empty() && stands_before_its_suffix(expression) ? in_parentheses(arg) : written(arg));
  return args;
}

/// Only from PostgreSQL 14 on is EXTRACT a function that could be called by its name.
Expression written_call(const Expression& call) {
  const std::vector<Expression> args = written_args(call);
  if (call.text != "extract" || args.size() != 2) return make(Kind::call, quoted_path(call.text), args);
  return as_it_stands("EXTRACT(" + display_expression(args[0]) + " FROM " + display_expression(args[1]) + ")");
}

Expression written_operation(const Expression& operation) {
  const std::vector<Expression> args = written_args(operation);
  const bool is_in = operation.text == "=", is_not_in = operation.text == "<>";
  if (args.size() == 2 && (is_in || is_not_in) && is_list_of_members(operation.args[1], is_in ? "any" : "all"))
    return make(Kind::operation, is_in ? "IN" : "NOT IN", {args[0], make(Kind::row, "", args[1].args.front().args)});
  return make(Kind::operation, written_operator(operation.text), args);
}

/// The tree with its names as SQL has them.
Expression written(const Expression& expression) {
  switch (expression.kind) {
    case Kind::column:
      return as_it_stands(quote_where_needed(expression.column.symbol ? expression.column.symbol->text : expression.text));
    case Kind::cast:
      return written_cast(expression);
    case Kind::literal:
      return expression.text.starts_with('-') && !expression.is_string ? as_it_stands("(" + expression.text + ")") : expression;
    case Kind::row:
      return make(Kind::call, "ROW", written_args(expression));
    case Kind::call:
      return written_call(expression);
    case Kind::operation:
      return written_operation(expression);
    default:
      break;
  }
  Expression copy = expression;
  copy.args = written_args(expression);
  return copy.kind == Kind::other ? written_other(std::move(copy)) : copy;
}

}  // namespace

std::string sql_expression(const Expression& expression) { return display_expression(written(expression)); }

}  // namespace pgplumb
