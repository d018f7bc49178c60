// A place in the tokens of a file, and what every part of the parser asks of it.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sources/prisma/syntax/problems.h"
#include "sources/prisma/syntax/token.h"
#include "sources/prisma/syntax/tree.h"

namespace pgplumb::prisma {

/// 1 where a token opens parentheses or brackets, -1 where it closes them.
constexpr int nesting_of(Token::Kind kind) {
  if (kind == Token::Kind::open_parenthesis || kind == Token::Kind::open_bracket) return 1;
  return kind == Token::Kind::close_parenthesis || kind == Token::Kind::close_bracket ? -1 : 0;
}

/// Thrown after a problem was noted, to the reader of the line: the rest of the line is passed over.
struct UnreadableLine {};

class Cursor {
 public:
  Cursor(const Span& part, Problems& problems, Tree& tree)
      : file_(*part.file), problems_(problems), tree_(tree), tokens_(part), taken_end_(part.begin) {}

  const Token& peek(std::size_t ahead = 0) const { return tokens_.peek(ahead); }
  bool at(Token::Kind kind) const { return peek().kind == kind; }
  bool at_line_end() const { return at(Token::Kind::newline) || at(Token::Kind::end); }

  Token take() {
    const Token token = tokens_.take();
    open_ = token.kind == Token::Kind::newline ? 0 : open_ + nesting_of(token.kind);
    if (token.kind != Token::Kind::end) taken_end_ = token.end;
    return token;
  }
  bool take_if(Token::Kind kind) {
    if (!at(kind)) return false;
    take();
    return true;
  }
  /// Takes a token of the kind, or fails with `expected WHAT, found …`.
  Token expect(Token::Kind kind, std::string_view what);
  /// Takes the end of a line, a block comment before it included; fails on anything else.
  void expect_line_end();
  void skip_line();
  /// Passes over blank lines and block comments.
  void skip_blank_lines();
  /// At the end of a line that left parentheses or brackets open: passes over the lines up to where they close. False, and
  /// nothing done, where they do not close before the block does.
  bool skip_to_closing();

  Span span(const Token& token) const { return {&file_, token.begin, token.end}; }
  /// From `first` to the last token taken.
  Span span_from(const Token& first) const { return {&file_, first.begin, taken_end_}; }
  std::string_view text(const Token& token) const {
    return std::string_view(file_.text()).substr(token.begin, token.end - token.begin);
  }
  /// The next token as a message names it: `"x"`, `the end of the line`.
  std::string found() const;

  void note(Span where, std::string message, std::string hint = {}) { problems_.add(where, std::move(message), std::move(hint)); }
  [[noreturn]] void fail(Span where, std::string message, std::string hint = {});
  [[noreturn]] void fail_expected(std::string_view what);

  /// A list of the kind to read into; see Growing.
  template <class T>
  Growing<T> list() {
    return Growing<T>(std::get<std::vector<T>>(piles_));
  }
  /// Kept with the tree that is read.
  template <class T>
  std::span<T> keep(const Growing<T>& list) {
    return tree_.memories.front().keep(list.items());
  }
  std::string_view keep(std::string_view text) { return tree_.memories.front().keep(text); }

 private:
  const SchemaFile& file_;
  Problems& problems_;
  Tree& tree_;
  std::tuple<std::vector<Argument>, std::vector<Attribute>, std::vector<FieldLine>, std::vector<EnumLine>, std::vector<Property>>
      piles_;
  Tokens tokens_;
  std::uint32_t taken_end_;  // where the last token that was taken ends
  int open_ = 0;             // parentheses and brackets that the current line opened and did not close
};

}  // namespace pgplumb::prisma
