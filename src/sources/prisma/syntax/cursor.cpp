#include "sources/prisma/syntax/cursor.h"

#include <fmt/format.h>

namespace pgplumb::prisma {

using Kind = Token::Kind;

Token Cursor::expect(Kind kind, std::string_view what) {
  if (!at(kind)) fail_expected(what);
  return take();
}

void Cursor::expect_line_end() {
  while (take_if(Kind::block_comment)) {
  }
  if (!at_line_end()) fail_expected("the end of the line");
  if (!at(Kind::end)) take();
}

void Cursor::skip_line() {
  while (!at_line_end()) take();
  take_if(Kind::newline);
}

void Cursor::skip_blank_lines() {
  while (at(Kind::newline) || at(Kind::block_comment)) take();
}

bool Cursor::skip_to_closing() {
  Tokens ahead = tokens_;
  for (int open = open_; open > 0;) {
    const Kind kind = ahead.take().kind;
    if (kind == Kind::close_brace || kind == Kind::at_at || kind == Kind::end) return false;
    open += nesting_of(kind);
  }
  tokens_ = ahead;
  return true;
}

std::string Cursor::found() const {
  switch (peek().kind) {
    case Kind::newline:
      return "the end of the line";
    case Kind::end:
      return "the end of the file";
    case Kind::unterminated_string:
      return "a string without closing quote";
    case Kind::unterminated_comment:
      return "a comment without closing */";
    case Kind::block_comment:
      return "a block comment";
    default:
      return fmt::format("\"{}\"", text(peek()));
  }
}

void Cursor::fail(Span where, std::string message, std::string hint) {
  note(where, std::move(message), std::move(hint));
  throw UnreadableLine{};
}

void Cursor::fail_expected(std::string_view what) {
  std::string hint;
  if (at(Kind::unterminated_string))
    hint = "a string ends on its line, with \"";
  else if (at(Kind::block_comment))
    hint = "a block comment stands on lines of its own or at the end of one";
  else if (text(peek()) == "'")
    hint = "strings are written in double quotes";
  else if (text(peek()) == ";")
    hint = "lines end without a semicolon";
  fail(span(peek()), fmt::format("expected {}, found {}", what, found()), std::move(hint));
}

}  // namespace pgplumb::prisma
