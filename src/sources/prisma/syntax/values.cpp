#include "sources/prisma/syntax/values.h"

#include <fmt/format.h>

namespace pgplumb::prisma {
namespace {

using Kind = Token::Kind;

constexpr int deepest = 64;  // lists in lists in calls: more is no schema

/// What opened the argument list or list that is being read, for where it does not close.
struct Opening {
  Token token;
  Kind closing;
  std::string_view closing_text;
};

/// Prisma's grammar has no line breaks in lists of arguments and values: one problem, then on behind the closing sign.
[[noreturn]] void fail_unclosed(Cursor& cursor, const Opening& opening) {
  const auto opened = cursor.span(opening.token);
  if (cursor.at(Kind::newline) && cursor.skip_to_closing())
    cursor.fail(opened, "arguments and lists stand on one line",
                "join the lines up to the closing " + std::string(opening.closing_text));
  cursor.fail(opened, fmt::format("\"{}\" is not closed", cursor.text(opening.token)),
              fmt::format("add {}", opening.closing_text));
}

Value read_value_at(Cursor& cursor, int depth);

/// A name that may have dots in it: `db.VarChar`, `address.street`.
std::string_view read_path(Cursor& cursor) {
  const Token first = cursor.take();
  std::uint32_t end = first.end;
  while (cursor.at(Kind::dot) && cursor.peek().begin == end) {
    end = cursor.take().end;
    if (cursor.at(Kind::word) && cursor.peek().begin == end) end = cursor.take().end;
  }
  return cursor.text({Kind::word, first.begin, end});
}

Argument read_argument(Cursor& cursor, int depth) {
  const Token first = cursor.peek();
  Argument argument;
  if (first.kind == Kind::word && cursor.peek(1).kind == Kind::colon) {
    argument.name = cursor.text(cursor.take());
    cursor.take();
    if (cursor.at(Kind::comma) || cursor.at(Kind::close_parenthesis))
      cursor.fail(cursor.span_from(first), fmt::format("argument \"{}\" has no value", argument.name));
  }
  argument.value = read_value_at(cursor, depth);
  argument.span = cursor.span_from(first);
  return argument;
}

/// Elements up to the closing sign, with commas between; `read_one` reads one. Behind the opening sign.
template <class ReadOne>
void read_elements(Cursor& cursor, const Opening& opening, std::string_view what, ReadOne read_one) {
  if (cursor.take_if(opening.closing)) return;
  for (;;) {
    if (cursor.at_line_end()) fail_unclosed(cursor, opening);
    read_one();
    if (cursor.take_if(opening.closing)) return;
    if (cursor.at_line_end()) fail_unclosed(cursor, opening);
    if (!cursor.at(Kind::comma)) cursor.fail_expected(fmt::format("\",\" or \"{}\" {}", opening.closing_text, what));
    const Token comma = cursor.take();
    if (cursor.at(opening.closing))
      cursor.fail(cursor.span(comma), "a comma before the closing " + std::string(opening.closing_text), "remove it");
  }
}

std::span<Argument> read_arguments(Cursor& cursor, int depth) {
  auto arguments = cursor.list<Argument>();
  const Opening opening{cursor.take(), Kind::close_parenthesis, ")"};
  read_elements(cursor, opening, "after an argument", [&] { arguments.push(read_argument(cursor, depth)); });
  return cursor.keep(arguments);
}

void read_list(Cursor& cursor, Value& value, int depth) {
  value.kind = Value::Kind::list;
  const Opening opening{cursor.take(), Kind::close_bracket, "]"};
  auto elements = cursor.list<Argument>();
  read_elements(cursor, opening, "after an element", [&] {
    const Value element = read_value_at(cursor, depth);
    elements.push({{}, element, element.span});
  });
  value.arguments = cursor.keep(elements);
}

/// `{ deletedAt: null }`, as in the `where` of a partial index.
void read_object(Cursor& cursor, Value& value, int depth) {
  value.kind = Value::Kind::object;
  const Opening opening{cursor.take(), Kind::close_brace, "}"};
  auto members = cursor.list<Argument>();
  read_elements(cursor, opening, "after a member", [&] {
    const Argument member = read_argument(cursor, depth);
    if (member.name.empty()) cursor.fail(member.span, "expected \"name: value\"");
    members.push(member);
  });
  value.arguments = cursor.keep(members);
}

void read_word(Cursor& cursor, Value& value, int depth) {
  if (const char first = cursor.text(cursor.peek())[0]; first >= '0' && first <= '9')
    cursor.fail(cursor.span(cursor.peek()), fmt::format("{} is no number", cursor.found()),
                "numbers are written with digits and one point: -12, 1.50");
  value.text = read_path(cursor);
  value.kind = Value::Kind::constant;
  if (!cursor.at(Kind::open_parenthesis)) return;
  value.kind = Value::Kind::call;
  value.arguments = read_arguments(cursor, depth);
}

Value read_value_at(Cursor& cursor, int depth) {
  const Token first = cursor.peek();
  if (depth > deepest) cursor.fail(cursor.span(first), "values are nested too deeply");
  Value value;
  switch (first.kind) {
    case Kind::string:
      value.kind = Value::Kind::string;
      value.text = read_string(cursor, cursor.take());
      break;
    case Kind::number:
      value.kind = Value::Kind::number;
      value.text = cursor.text(cursor.take());
      break;
    case Kind::word:
      read_word(cursor, value, depth + 1);
      break;
    case Kind::open_bracket:
      read_list(cursor, value, depth + 1);
      break;
    case Kind::open_brace:
      read_object(cursor, value, depth + 1);
      break;
    default:
      cursor.fail_expected("a value");
  }
  value.span = cursor.span_from(first);
  return value;
}

}  // namespace

Value read_value(Cursor& cursor) { return read_value_at(cursor, 0); }

Attribute read_attribute(Cursor& cursor) {
  const Token sign = cursor.take();
  Attribute attribute;
  attribute.of_block = sign.kind == Kind::at_at;
  if (!cursor.at(Kind::word)) cursor.fail_expected("the name of an attribute");
  attribute.name = read_path(cursor);
  if (cursor.at(Kind::open_parenthesis)) attribute.arguments = read_arguments(cursor, 0);
  attribute.span = cursor.span_from(sign);
  return attribute;
}

}  // namespace pgplumb::prisma
