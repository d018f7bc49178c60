// What the lexer makes of a schema's text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

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

/// The tokens of a part of a file, read as they are taken. A copy goes on from the same place.
class Tokens {
 public:
  explicit Tokens(const Span& part);
  /// The next one, or the first or second behind it; `end` from the end on.
  const Token& peek(std::size_t ahead = 0) const { return ring_[(next_ + ahead) % ring_.size()]; }
  Token take();

 private:
  Token read();
  Token emit(Token::Kind kind, std::uint32_t end);
  Token read_block_comment();
  Token read_string();
  Token read_number();
  Token read_word();
  std::uint32_t word_part_at(std::uint32_t i) const;
  char next() const;

  std::string_view text_;  // up to the end of the part
  std::uint32_t at_;
  std::array<Token, 4> ring_;  // the next three, and room for one
  unsigned next_ = 0;          // in the ring
};

}  // namespace pgplumb::prisma
