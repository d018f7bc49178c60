#include "sources/prisma/syntax/lines.h"

#include <fmt/format.h>

#include "sources/prisma/syntax/values.h"

namespace pgplumb::prisma {
namespace {

using Kind = Token::Kind;

/// `[Int]`, as lists were once written.
TypeName read_legacy_list(Cursor& cursor) {
  const Token open = cursor.take();
  TypeName type;
  type.name = cursor.text(cursor.expect(Kind::word, "a type"));
  type.arity = Arity::list;
  cursor.expect(Kind::close_bracket, "\"]\"");
  type.span = cursor.span_from(open);
  cursor.note(type.span, "a list is written behind its type", fmt::format("{}[]", type.name));
  return type;
}

/// The text in `Unsupported("tsvector")`.
std::string_view read_unsupported(Cursor& cursor) {
  cursor.take();
  const Token text = cursor.expect(Kind::string, "a type in quotes, as in Unsupported(\"tsvector\")");
  const std::string_view type = read_string(cursor, text);
  cursor.expect(Kind::close_parenthesis, "\")\"");
  return type;
}

Arity read_arity(Cursor& cursor, const Token& first, std::string_view name) {
  if (cursor.take_if(Kind::question)) return Arity::optional;
  if (cursor.at(Kind::bang)) {
    cursor.take();
    cursor.note(cursor.span_from(first), "fields are required without \"!\"", std::string(name));
    return Arity::required;
  }
  if (!cursor.at(Kind::open_bracket)) return Arity::required;
  cursor.take();
  cursor.expect(Kind::close_bracket, "\"]\"");
  if (cursor.take_if(Kind::question))
    cursor.note(cursor.span_from(first), "a list cannot be optional", fmt::format("{0}[] or {0}?", name));
  return Arity::list;
}

TypeName read_type(Cursor& cursor) {
  if (cursor.at(Kind::open_bracket)) return read_legacy_list(cursor);
  const Token first = cursor.take();
  TypeName type;
  type.name = cursor.text(first);
  if (type.name == "Unsupported" && cursor.at(Kind::open_parenthesis)) type.unsupported = read_unsupported(cursor);
  type.span = cursor.span_from(first);
  type.arity = read_arity(cursor, first, type.name);
  return type;
}

std::span<Attribute> read_attributes(Cursor& cursor) {
  auto attributes = cursor.list<Attribute>();
  while (cursor.at(Kind::at)) attributes.push(read_attribute(cursor));
  if (cursor.at(Kind::at_at))
    cursor.fail(cursor.span(cursor.peek()), "an attribute of a field has one \"@\"",
                "@@ stands before attributes of a model, on lines of their own");
  return cursor.keep(attributes);
}

}  // namespace

void check_name(Cursor& cursor, const Token& token, std::string_view what) {
  const std::string_view name = cursor.text(token);
  if (name[0] >= '0' && name[0] <= '9')
    cursor.note(cursor.span(token), fmt::format("the name of {} cannot begin with a digit", what));
  else if (name.find('-') != std::string_view::npos)
    cursor.note(cursor.span(token), fmt::format("\"-\" is not allowed in the name of {}", what),
                "use @map for the name in the database");
}

FieldLine read_field(Cursor& cursor) {
  const Token first = cursor.take();
  check_name(cursor, first, "a field");
  FieldLine field;
  field.name = cursor.text(first);
  field.name_span = cursor.span(first);
  if (cursor.at(Kind::colon)) {
    cursor.note(cursor.span(cursor.take()), "no \":\" stands between a field and its type", "remove it");
  }
  if (!cursor.at(Kind::word) && !cursor.at(Kind::open_bracket))
    cursor.fail(field.name_span, fmt::format("field \"{}\" has no type", field.name), fmt::format("{} String", field.name));
  field.type = read_type(cursor);
  field.attributes = read_attributes(cursor);
  field.span = cursor.span_from(first);
  if (cursor.at(Kind::word))
    cursor.fail(cursor.span(cursor.peek()), fmt::format("expected the end of the line, found {}", cursor.found()),
                "each field stands on a line of its own");
  cursor.expect_line_end();
  return field;
}

EnumLine read_enum_value(Cursor& cursor) {
  const Token first = cursor.take();
  check_name(cursor, first, "an enum value");
  EnumLine value;
  value.name = cursor.text(first);
  value.name_span = cursor.span(first);
  value.attributes = read_attributes(cursor);
  value.span = cursor.span_from(first);
  if (!cursor.at_line_end() && !cursor.at(Kind::block_comment))
    cursor.fail(cursor.span(cursor.peek()), fmt::format("expected the end of the line, found {}", cursor.found()),
                "each value of an enum stands on a line of its own, without commas");
  cursor.expect_line_end();
  return value;
}

Property read_property(Cursor& cursor) {
  const Token first = cursor.take();
  Property property;
  property.name = cursor.text(first);
  property.name_span = cursor.span(first);
  cursor.expect(Kind::equals, "\"=\"");
  if (cursor.at_line_end()) cursor.fail(property.name_span, fmt::format("property \"{}\" has no value", property.name));
  property.value = read_value(cursor);
  property.span = cursor.span_from(first);
  cursor.expect_line_end();
  return property;
}

}  // namespace pgplumb::prisma
