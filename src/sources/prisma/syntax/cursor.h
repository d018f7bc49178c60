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
      : file_(*part.file), problems_(problems), tree_(tree), tokens_(read_tokens(part)) {}

  const Token& peek(std::size_t ahead = 0) const { return tokens_[std::min(next_ + ahead, tokens_.size() - 1)]; }
  bool at(Token::Kind kind) const { return peek().kind == kind; }
  bool at_word(std::string_view word) const { return at(Token::Kind::word) && text(peek()) == word; }
  bool at_line_end() const { return at(Token::Kind::newline) || at(Token::Kind::end); }
  /// Whether nothing but blanks stands before the next token on its line.
  bool at_line_start() const { return next_ == 0 || tokens_[next_ - 1].kind == Token::Kind::newline; }

  const Token& take() {
    const Token& token = peek();
    open_ = token.kind == Token::Kind::newline ? 0 : open_ + nesting_of(token.kind);
    if (next_ + 1 < tokens_.size()) ++next_;
    return token;
  }
  bool take_if(Token::Kind kind) {
    if (!at(kind)) return false;
    take();
    return true;
  }
  /// Takes a token of the kind, or fails with `expected WHAT, found …`.
  const Token& expect(Token::Kind kind, std::string_view what);
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
  Span span_from(const Token& first) const { return {&file_, first.begin, next_ ? tokens_[next_ - 1].end : first.end}; }
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
  std::vector<Token> tokens_;
  std::size_t next_ = 0;
  int open_ = 0;  // parentheses and brackets that the current line opened and did not close
};

}  // namespace pgplumb::prisma
