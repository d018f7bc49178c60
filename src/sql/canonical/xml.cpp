#include "sql/canonical/xml.h"

#include <algorithm>

#include "sql/named_constant.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;

/// transformXmlExpr in parser/parse_expr.c, transformRangeTableFunc in parser/parse_clause.c
struct XmlNode {
  std::string_view text;
  std::string_view gives;      ///< "" for what is no value
  std::string_view arguments;  ///< the types of the first ones, a letter each: x for xml, t for text, - for what stays as it is
  bool repeats;                ///< the last one stands for all that follow
};
constexpr XmlNode nodes[] = {
    {"xmlconcat", "xml", "x", true},
    {"xmlelement", "xml", "", false},
    {"xmlforest", "xml", "", false},
    {"xmlparse document", "xml", "t", false},
    {"xmlparse content", "xml", "t", false},
    {"xmlpi", "xml", "-t", false},
    {"xmlroot", "xml", "xt", false},
    {"xmlserialize document", "text", "x", false},
    {"xmlserialize content", "text", "x", false},
    {"is document", "bool", "x", false},
    {"xmltable", "", "tx", false},
    {"path", "", "t", false},
};

const XmlNode* node_of(const Expression& expression) {
  const auto* found =
      std::find_if(std::begin(nodes), std::end(nodes), [&](const XmlNode& node) { return node.text == expression.text; });
  return expression.kind != Kind::other || found == std::end(nodes) ? nullptr : found;
}

void take(Expression& argument, char type, const Casts& casts) {
  if (type == '-') return;
  casts.take_off_labels(argument);
  casts.expect(argument, builtin_data_type(type == 'x' ? "xml" : "text"));
}

/// A column of XMLTABLE, whose default is of its type.
void rewrite_column(Expression& column, const Casts& casts) {
  for (Expression& part : column.args)
    if (part.text == "default value") casts.store_as(part.args.front(), column.args.front().type);
}

}  // namespace

MaybeType type_of_xml(const Expression& expression) {
  const XmlNode* node = node_of(expression);
  return node && !node->gives.empty() ? MaybeType(builtin_data_type(node->gives)) : std::nullopt;
}

void rewrite_xml(Expression& expression, const Casts& casts) {
  const bool is_column =
      expression.text.starts_with("column ") && !expression.args.empty() && is_named_constant(expression.args.front());
  if (is_column) return rewrite_column(expression, casts);
  const XmlNode* node = node_of(expression);
  if (!node) return;
  for (std::size_t i = 0; i < expression.args.size() && !node->arguments.empty(); ++i) {
    if (i >= node->arguments.size() && !node->repeats) break;
    take(expression.args[i], node->arguments[std::min(i, node->arguments.size() - 1)], casts);
  }
}

}  // namespace pgplumb
