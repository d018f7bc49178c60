// XML: xmlelement and its like, which have a grammar of their own (transformXmlExpr in parser/parse_expr.c).
#include <pgplumb/sql/identifier.h>
#include <pgplumb/sql/parse.h>

#include "sql/expression_reader.h"
#include "sql/read_type.h"

namespace pgplumb {

using Kind = Expression::Kind;
using Args = ExpressionReader::Args;

namespace {

Expression name_node(const char* name) { return make(Kind::other, "name " + quote_where_needed(view_of(name))); }

const char* xml_option(XmlOptionType option) { return option == XMLOPTION_DOCUMENT ? "document" : "content"; }

bool is_true(const Expression& constant) { return without_casts(constant).text == "true"; }

}  // namespace

/// `a AS b`; of a column by itself, the name that it has when this is made.
Args ExpressionReader::read_named(const List* targets) {
  Args named;
  for (const Node* node : nodes_of(targets)) {
    const auto* target = as<::ResTarget>(node);
    const auto* column = as<::ColumnRef>(target->val);
    const std::string_view name = target->name ? view_of(target->name) : column ? text_of(nodes_of(column->fields).back()) : "";
    named.push_back(make(Kind::other, "as " + quote_where_needed(name), read(target->val)));
  }
  return named;
}

Expression ExpressionReader::read_xml(const ::XmlExpr& xml) {
  Args args = read_all(xml.args);
  switch (xml.op) {
    case IS_XMLCONCAT:
      return make(Kind::other, "xmlconcat", std::move(args));
    case IS_XMLELEMENT:
      if (xml.named_args) args.insert(args.begin(), make(Kind::other, "xmlattributes", read_named(xml.named_args)));
      args.insert(args.begin(), name_node(xml.name));
      return make(Kind::other, "xmlelement", std::move(args));
    case IS_XMLFOREST:
      return make(Kind::other, "xmlforest", read_named(xml.named_args));
    case IS_XMLPARSE: {
      const bool keeps_spaces = is_true(args.back());
      args.pop_back();
      if (keeps_spaces) args.push_back(make(Kind::other, "PRESERVE WHITESPACE"));
      return make(Kind::other, std::string("xmlparse ") + xml_option(xml.xmloption), std::move(args));
    }
    case IS_XMLPI:
      args.insert(args.begin(), name_node(xml.name));
      return make(Kind::other, "xmlpi", std::move(args));
    case IS_XMLROOT:
      return make(Kind::other, "xmlroot", std::move(args));
    case IS_DOCUMENT:
      return make(Kind::other, "is document", std::move(args));
    default:
      return opaque(reinterpret_cast<const Node*>(&xml));
  }
}

/// The text that it is, cast to the type that is wanted.
Expression ExpressionReader::read_xml_serialize(const ::XmlSerialize& serialize) {
  Expression text = make(Kind::other, std::string("xmlserialize ") + xml_option(serialize.xmloption), read(serialize.expr));
  try {
    return cast_to(read_type(serialize.typeName, names_), std::move(text));
  } catch (const SyntaxError&) {
    return opaque(reinterpret_cast<const Node*>(&serialize));
  }
}

}  // namespace pgplumb
