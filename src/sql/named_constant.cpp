#include "sql/named_constant.h"

#include <pgplumb/sql/identifier.h>
#include <pgplumb/sql/parse.h>

#include <algorithm>
#include <cctype>

#include "sql/expression_forms.h"
#include "sql/read_type.h"

namespace pgplumb {

namespace {

constexpr std::string_view blanks = " \t\n\r\f\v";

/// Takes one identifier from the front of `text`; nothing where there is none.
std::optional<std::string> take_identifier(std::string_view& text) {
  std::string name;
  if (!text.starts_with('"')) {
    const std::size_t end = std::min(text.find_first_of(" \t\n\r\f\v.\""), text.size());
    name = lower_case(text.substr(0, end));
    text.remove_prefix(end);
    return name.empty() ? std::nullopt : std::optional(name);
  }
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '"' && (i + 1 == text.size() || text[i + 1] != '"')) {
      text.remove_prefix(i + 1);
      return name;
    }
    if (text[i] == '"') ++i;
    name += text[i];
  }
  return std::nullopt;
}

void skip_blanks(std::string_view& text) { text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size())); }

struct WrittenName {
  std::string schema, name;
};

/// A name as its text writes it (stringToQualifiedNameList in utils/adt/regproc.c).
std::optional<WrittenName> read_name(std::string_view text) {
  std::vector<std::string> parts;
  do {
    if (!parts.empty()) text.remove_prefix(1);  // "."
    skip_blanks(text);
    auto part = take_identifier(text);
    if (!part) return std::nullopt;
    parts.push_back(std::move(*part));
    skip_blanks(text);
  } while (text.starts_with('.'));
  if (!text.empty()) return std::nullopt;
  return WrittenName{parts.size() > 1 ? parts[parts.size() - 2] : std::string(), parts.back()};
}

bool is_oid(std::string_view text) {
  return text == "-" || std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c); });
}

std::string with_schema(const Symbol& name) {
  const bool is_plain = !name.parent || name.parent->text == "public" || name.parent == pg_catalog();
  return (is_plain ? std::string() : quote_where_needed(name.parent->text) + ".") + quote_where_needed(name.text);
}

}  // namespace

std::optional<Expression> named_constant(std::string_view kind, std::string_view text, const NameResolver& names) {
  if (is_oid(text)) return std::nullopt;
  Expression constant = make(Expression::Kind::other, std::string(kind));
  if (kind == "regtype") {
    constant.type = parse_type(text, names);
    return constant;
  }
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
