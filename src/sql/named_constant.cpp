#include "sql/named_constant.h"

#include <pgplumb/sql/identifier.h>
#include <pgplumb/sql/parse.h>

#include <algorithm>
#include <cctype>

#include "sql/builtin_types.h"
#include "sql/canonical/resolution/signatures.h"
#include "sql/expression_forms.h"
#include "sql/read_type.h"
#include "sql/written_name.h"

namespace pgplumb {

namespace {

bool is_oid(std::string_view text) {
  return text == "-" || std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c); });
}

std::string with_schema(const Symbol& name) { return printed_name({name.parent ? name.parent->text : std::string(), name.text}); }

/// The schema that is written, or in which the search_path finds the function.
WrittenName found_function(WrittenName written, const NameResolver& names) {
  const bool is_looked_for = written.schema.empty() && names.function_schema && functions_named(written.name).empty();
  if (is_looked_for) written.schema = names.function_schema(written.name);
  return written;
}

/// `(integer, text)` as `(integer,text)`.
std::string printed_parameters(std::string_view text, const NameResolver& names) {
  std::string parameters;
  for (text = text.substr(1, text.find(')') - 1); !text.empty();) {
    const std::size_t end = std::min(text.find(','), text.size());
    parameters += (parameters.empty() ? "" : ",") + readable_sql_type(parse_type(text.substr(0, end), names));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return "(" + parameters + ")";
}

/// A function, of which names do not follow a rename: 'app.total'::regproc, 'app.total(integer)'::regprocedure.
std::optional<Expression> named_function(std::string_view kind, std::string_view text, const NameResolver& names) {
  const std::size_t bracket = kind == "regprocedure" ? text.find('(') : text.size();
  const auto written = read_name(text.substr(0, bracket));
  if (!written || bracket > text.size()) return std::nullopt;
  std::string name = printed_name(found_function(*written, names));
  if (bracket < text.size()) name += printed_parameters(text.substr(bracket), names);
  return cast_to({builtin_type(kind), {}, false}, string(name));
}

}  // namespace

std::optional<Expression> named_constant(std::string_view kind, std::string_view text, const NameResolver& names) {
  if (is_oid(text)) return std::nullopt;
  Expression constant = make(Expression::Kind::other, std::string(kind));
  if (kind == "regtype") {
    constant.type = parse_type(text, names);
    return constant;
  }
  if (kind == "regproc" || kind == "regprocedure") return named_function(kind, text, names);
  const auto written = kind == "regclass" && names.relation ? read_name(text) : std::nullopt;
  if (written) constant.type.name = names.relation(written->schema, written->name);
  return constant.type.name ? std::optional(constant) : std::nullopt;
}

bool is_named_constant(const Expression& expression) {
  return expression.kind == Expression::Kind::other && expression.type.name &&
         (expression.text == "regclass" || expression.text == "regtype");
}

bool names_an_object(const Expression& expression) {
  return is_named_constant(expression) || (expression.kind == Expression::Kind::other && expression.text == "relation");
}

std::string display_named_constant(const Expression& constant) {
  const std::string name = constant.text == "regtype" ? readable_sql_type(constant.type) : with_schema(*constant.type.name);
  return quote_literal(name) + "::" + constant.text;
}

std::string sql_named_constant(const Expression& constant) {
  const std::string name = constant.text == "regtype" ? sql_type(constant.type) : quote_qualified(*constant.type.name);
  return quote_literal(name) + "::" + constant.text;
}

}  // namespace pgplumb
