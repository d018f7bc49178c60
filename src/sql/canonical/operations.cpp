#include "sql/canonical/operations.h"

#include <algorithm>

#include "sql/canonical/arguments.h"
#include "sql/canonical/calls.h"
#include "sql/canonical/final_names.h"
#include "sql/canonical/membership.h"
#include "sql/expression_forms.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;

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

}  // namespace

void rewrite_operation(Expression& operation, const Casts& casts) {
  name_operator(operation, casts.types());
  if (is_negative_number(operation)) {
    const std::string positive = operation.args.front().text;
    operation = number(positive.starts_with('-') ? positive.substr(1) : "-" + positive);
    return;
  }
  const Expression& last = operation.args.back();
  const bool is_membership = operation.args.size() == 2 && last.kind == Kind::other && (last.text == "any" || last.text == "all");
  if (is_membership) return rewrite_membership(operation, casts);
  if (operation.args.front().kind == Kind::row && last.kind == Kind::row) return compare_members(operation, casts);
  if (operation.args.front().kind == Kind::row) return take_off_labels(operation.args.front().args, casts);
  if (convert_arguments(operation, casts)) return;
  if (operation.args.size() == 2 && !takes_any_two(operation.text) && !takes_two_types(operation.routine))
    meet({&operation.args[0], &operation.args[1]}, casts);
  else
    take_off_labels(operation.args, casts);
}

void rewrite_equality(Expression& expression, const Casts& casts) {
  const Arguments arguments = pointers_to(expression.args);
  const FindConversion equals = [&](const ArgumentTypes& types) { return resolve_operator("=", types, casts.types()); };
  if (!convert(arguments, equals, casts)) meet(arguments, casts);
}

}  // namespace pgplumb
