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

std::string bare_type(const DataType& type) {
  const bool is_own = type.name && type.name->parent != pg_catalog();
  return is_own ? type.name->text + (type.is_array ? "[]" : "") : display_type({type.name, {}, type.is_array});
}

/// `(integer, text)` as `(integer,text)` and as signatures have it.
struct Parameters {
  std::string printed, of_signature;
};
Parameters read_parameters(std::string_view text, const NameResolver& names) {
  Parameters all;
  for (text = text.substr(1, text.find(')') - 1); !text.empty();) {
    const std::size_t end = std::min(text.find(','), text.size());
    const DataType type = parse_type(text.substr(0, end), names);
    const bool is_first = all.printed.empty();
    all.printed += (is_first ? "" : ",") + readable_sql_type(type);
    all.of_signature += (is_first ? "" : ", ") + bare_type(type);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return {"(" + all.printed + ")", "(" + all.of_signature + ")"};
}

/// The string, which knows what it names.
Expression constant_of(std::string_view kind, std::string printed, const Symbol* object) {
  Expression name = string(printed);
  name.routine = object;
  return cast_to({builtin_type(kind), {}, false}, std::move(name));
}

const Symbol* find_object(std::string_view kind, const WrittenName& written, const std::string& signature,
                          const NameResolver& names) {
  return names.object ? names.object(kind, written.schema, written.name + signature) : nullptr;
}

/// 'app.total'::regproc, 'app.total(integer)'::regprocedure
std::optional<Expression> named_function(std::string_view kind, std::string_view text, const NameResolver& names) {
  const std::size_t bracket = kind == "regprocedure" ? text.find('(') : text.size();
  const auto written = read_name(text.substr(0, bracket));
  if (!written || bracket > text.size()) return std::nullopt;
  const WrittenName found = found_function(*written, names);
  const Parameters parameters = bracket < text.size() ? read_parameters(text.substr(bracket), names) : Parameters();
  return constant_of(kind, printed_name(found) + parameters.printed, find_object(kind, found, parameters.of_signature, names));
}

/// `app` and `===` of `app.===`, whose name no identifier could be.
WrittenName read_operator(std::string_view text) {
  const auto dot = text.rfind('.');
  const auto schema = dot == text.npos ? std::nullopt : read_name(text.substr(0, dot));
  return {schema ? schema->name : std::string(), std::string(text.substr(dot == text.npos ? 0 : dot + 1))};
}

/// 'app.==='::regoper, '===(integer,text)'::regoperator
std::optional<Expression> named_operator(std::string_view kind, std::string_view text, const NameResolver& names) {
  const std::size_t bracket = std::min(text.find('('), text.size());
  const WrittenName written = read_operator(text.substr(0, bracket));
  const Parameters parameters = bracket < text.size() ? read_parameters(text.substr(bracket), names) : Parameters();
  const Symbol* found = find_object(kind, written, parameters.of_signature, names);
  return found ? std::optional(constant_of(kind, written.name + parameters.printed, found)) : std::nullopt;
}

/// 'app.english'::regconfig, where that is the source's own.
std::optional<Expression> named_object(std::string_view kind, std::string_view text, const NameResolver& names) {
  const auto written = read_name(text);
  const Symbol* found = written ? find_object(kind, *written, {}, names) : nullptr;
  return found ? std::optional(constant_of(kind, printed_name(*written), found)) : std::nullopt;
}

/// A node of Kind::other with the kind as its text and the object as its type; of other kinds than relations and types a cast of
/// the string, whose `routine` is the object.
std::optional<Expression> named_constant(std::string_view kind, std::string_view text, const NameResolver& names) {
  if (is_oid(text)) return std::nullopt;
  Expression constant = make(Expression::Kind::other, std::string(kind));
  if (kind == "regtype") {
    constant.type = parse_type(text, names);
    return constant;
  }
  if (kind == "regproc" || kind == "regprocedure") return named_function(kind, text, names);
  if (kind == "regoper" || kind == "regoperator") return named_operator(kind, text, names);
  if (kind != "regclass") return named_object(kind, text, names);
  const auto written = names.object ? read_name(text) : std::nullopt;
  if (written) constant.type.name = names.object(kind, written->schema, written->name);
  return constant.type.name ? std::optional(constant) : std::nullopt;
}

}  // namespace

std::optional<Expression> named_by(const Expression& value, const DataType& type, const NameResolver& names) {
  const bool may_name = is_string(value) && type.name && type.name->parent == pg_catalog() && !type.is_array;
  try {
    return may_name ? named_constant(type.name->text, value.text, names) : std::nullopt;
  } catch (const SyntaxError&) {
    return std::nullopt;
  }
}

bool is_named_constant(const Expression& expression) {
  return expression.kind == Expression::Kind::other && expression.type.name &&
         (expression.text == "regclass" || expression.text == "regtype");
}

bool names_an_object(const Expression& expression) {
  return is_named_constant(expression) || (expression.kind == Expression::Kind::other && expression.text == "relation");
}

std::string final_name(const Expression& named) {
  const Symbol& object = *named.routine;
  const std::string name = object.text.substr(0, object.text.find('('));
  const std::string schema = object.parent && object.parent->text != "public" ? object.parent->text : std::string();
  const bool is_operator = operator_characters.find(name.front()) != std::string_view::npos;
  const std::string printed = is_operator ? (schema.empty() ? "" : schema + ".") + name : printed_name({schema, name});
  return printed + named.text.substr(std::min(named.text.find('('), named.text.size()));
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
