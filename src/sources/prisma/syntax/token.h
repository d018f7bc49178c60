// What the lexer makes of a schema's text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sources/prisma/syntax/file.h"

namespace pgplumb::prisma {

struct Token {
  enum class Kind : std::uint8_t {
    word,    ///< a name or keyword; may hold dashes and begin with a digit, which names then may not
    number,  ///< -12, 1.50
    string,  ///< with its quotes and escapes
    at,
    at_at,
    open_brace,
    close_brace,
    open_bracket,
    close_bracket,
    open_parenthesis,
    close_parenthesis,
    comma,
    colon,
    dot,
    equals,
    question,
    bang,
    block_comment,         ///< /* … */, which Prisma takes between lines and at their end only
    newline,               ///< ends a line; a line comment is part of it
    unterminated_string,   ///< up to the end of the line
    unterminated_comment,  ///< up to the end of the file
    unknown,               ///< a character that begins nothing
    end,
  };
  Kind kind;
  std::uint32_t begin;
  std::uint32_t end;
};

/// The tokens of a part of a file, `end` last.
std::vector<Token> read_tokens(const Span& part);

}  // namespace pgplumb::prisma
