// A program's text as nested tokens: as much of Python, JavaScript, TypeScript and Go as finding SQL in them takes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb::scripts {

struct Token;
using Tokens = std::vector<Token>;

/// A stretch of a string literal: characters, or an expression whose value is put in.
struct LiteralPart {
  std::string text;        ///< escapes resolved; for an expression as it is written, braces included
  std::size_t from;        ///< where it stands, in bytes of the file
  Tokens expression = {};  ///< empty for characters
};

struct Token {
  enum class Kind {
    word,  ///< a name or keyword
    number,
    literal,   ///< a string
    sign,      ///< an operator, "=>" and "==" as one
    group,     ///< what stands between brackets; a Python block
    line_end,  ///< where a statement may end; `;` always ends one
  };
  Kind kind;
  std::string_view text;  ///< as written; of a group the opening bracket, ":" for a Python block
  std::size_t begin;      ///< in bytes of the file
  std::size_t end;
  std::vector<LiteralPart> parts = {};  ///< of a literal
  Tokens inner = {};                    ///< of a group

  bool is_word(std::string_view word) const { return kind == Kind::word && text == word; }
  bool is_sign(std::string_view sign) const { return kind == Kind::sign && text == sign; }
  bool is_group(std::string_view open) const { return kind == Kind::group && text == open; }
  bool is_literal() const { return kind == Kind::literal; }
  bool is_line_end() const { return kind == Kind::line_end; }
};

struct Comment {
  std::string_view text;
  std::size_t begin;
};

struct Program {
  Tokens tokens;
  std::vector<Comment> comments;
};

}  // namespace pgplumb::scripts
