#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "sources/prisma/syntax/token.h"

namespace pgplumb::prisma {
namespace {

using Kind = Token::Kind;

struct CodePoint {
  char32_t value;
  std::uint32_t length;  ///< bytes
};

/// The text is known to be valid UTF-8.
CodePoint code_point_at(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t n) { return static_cast<unsigned char>(text[i + n]); };
  const auto tail = [&](std::size_t n) { return static_cast<char32_t>(byte(n) & 0x3F); };
  const unsigned first = byte(0);
  if (first < 0x80) return {first, 1};
  if (first < 0xE0) return {(first & 0x1Fu) << 6 | tail(1), 2};
  if (first < 0xF0) return {(first & 0x0Fu) << 12 | tail(1) << 6 | tail(2), 3};
  return {(first & 0x07u) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4};
}

/// Ranges of code points that are neither letters nor digits, though they lie among them (Unicode categories M, P, S, Z, C, as
/// far as anybody types them): Prisma takes letters and digits of any script as names, and nothing else.
constexpr std::array<std::pair<char32_t, char32_t>, 17> not_letters{{{0x80, 0xA9},
                                                                     {0xAB, 0xB4},
                                                                     {0xB6, 0xB9},
                                                                     {0xBB, 0xBF},
                                                                     {0xD7, 0xD7},
                                                                     {0xF7, 0xF7},
                                                                     {0x300, 0x36F},
                                                                     {0x2000, 0x2BFF},
                                                                     {0x3000, 0x3004},
                                                                     {0x3008, 0x3020},
                                                                     {0xD800, 0xF8FF},
                                                                     {0xFE00, 0xFE6F},
                                                                     {0xFEFF, 0xFF0F},
                                                                     {0xFF1A, 0xFF20},
                                                                     {0xFFE0, 0xFFFF},
                                                                     {0x1F000, 0x1FAFF},
                                                                     {0xE0000, 0x10FFFF}}};

bool is_letter_or_digit(char32_t c) {
  return std::none_of(not_letters.begin(), not_letters.end(), [&](auto range) { return c >= range.first && c <= range.second; });
}

/// What a character begins, and whether a word goes on with it. Most of a schema's text is ASCII; what is not is `other`.
enum class Begins : unsigned char { nothing, blank, newline, string, comment, attribute, word, minus, punctuation, other };
struct Character {
  Begins begins = Begins::nothing;
  bool continues_word = false;
  Kind kind = Kind::unknown;  ///< of punctuation
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Unicode's space separators, which Prisma passes over like blanks.
bool is_wide_blank(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

constexpr std::array<Character, 128> ascii = [] {
  std::array<Character, 128> characters{};
  const auto of = [&](char c) -> Character& { return characters[static_cast<std::size_t>(c)]; };
  for (const char c : {' ', '\t', '\r'}) of(c).begins = Begins::blank;
  for (char c = '0'; c <= '9'; ++c) of(c) = {Begins::word, true};
  for (char c = 'A'; c <= 'Z'; ++c) of(c) = of(static_cast<char>(c | 0x20)) = {Begins::word, true};
  of('_').continues_word = true;
  of('-') = {Begins::minus, true};
  of('\n').begins = Begins::newline;
  of('"').begins = Begins::string;
  of('/').begins = Begins::comment;
  of('@').begins = Begins::attribute;
  constexpr std::pair<char, Kind> punctuation[] = {{'{', Kind::open_brace},
                                                   {'}', Kind::close_brace},
                                                   {'[', Kind::open_bracket},
                                                   {']', Kind::close_bracket},
                                                   {'(', Kind::open_parenthesis},
                                                   {')', Kind::close_parenthesis},
                                                   {',', Kind::comma},
                                                   {':', Kind::colon},
                                                   {'.', Kind::dot},
                                                   {'=', Kind::equals},
                                                   {'?', Kind::question},
                                                   {'!', Kind::bang}};
  for (const auto& [c, kind] : punctuation) of(c) = {Begins::punctuation, false, kind};
  return characters;
}();

Character character_of(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 ? ascii[byte] : Character{Begins::other};
}

/// For plain characters, of which words mostly are made.
constexpr std::array<bool, 256> continues_word = [] {
  std::array<bool, 256> continues{};
  for (std::size_t c = 0; c < ascii.size(); ++c) continues[c] = ascii[c].continues_word;
  return continues;
}();

}  // namespace

Tokens::Tokens(const Span& part) : text_(std::string_view(part.file->text()).substr(0, part.end)), at_(part.begin) {
  for (std::size_t i = 0; i < 3; ++i) ring_[i] = read();
}

Token Tokens::take() {
  const Token taken = peek();
  if (taken.kind == Kind::end) return taken;
  ring_[(next_ + 3) % ring_.size()] = read();
  ++next_;
  return taken;
}

Token Tokens::read() {
  while (at_ < text_.size()) {
    const Character character = character_of(text_[at_]);
    switch (character.begins) {
      case Begins::blank:
        do ++at_;
        while (at_ < text_.size() && text_[at_] == ' ');
        continue;
      case Begins::comment:
        if (next() == '*') return read_block_comment();
        if (next() != '/') return emit(Kind::unknown, at_ + 1);
        at_ = static_cast<std::uint32_t>(std::min(text_.find('\n', at_), text_.size()));
        continue;
      case Begins::other:
        if (const CodePoint c = code_point_at(text_, at_); is_wide_blank(c.value)) {
          at_ += c.length;
          continue;
        }
        return read_word();
      case Begins::word:
        return read_word();
      case Begins::newline:
        return emit(Kind::newline, at_ + 1);
      case Begins::string:
        return read_string();
      case Begins::attribute:
        return next() == '@' ? emit(Kind::at_at, at_ + 2) : emit(Kind::at, at_ + 1);
      case Begins::minus:
        return is_digit(next()) ? read_number() : emit(Kind::unknown, at_ + 1);
      case Begins::punctuation:
        return emit(character.kind, at_ + 1);
      case Begins::nothing:
        return emit(Kind::unknown, at_ + 1);
    }
  }
  return emit(Kind::end, at_);
}

Token Tokens::emit(Kind kind, std::uint32_t end) {
  const Token token{kind, at_, end};
  at_ = end;
  return token;
}

Token Tokens::read_block_comment() {
  const auto end = text_.find("*/", at_ + 2);
  if (end == std::string_view::npos) return emit(Kind::unterminated_comment, static_cast<std::uint32_t>(text_.size()));
  return emit(Kind::block_comment, static_cast<std::uint32_t>(end + 2));
}

Token Tokens::read_string() {
  std::uint32_t i = at_ + 1;
  for (; i < text_.size() && text_[i] != '"' && text_[i] != '\n'; ++i)
    if (text_[i] == '\\' && i + 1 < text_.size() && text_[i + 1] != '\n') ++i;
  const bool closed = i < text_.size() && text_[i] == '"';
  return emit(closed ? Kind::string : Kind::unterminated_string, closed ? i + 1 : i);
}

Token Tokens::read_number() {
  std::uint32_t i = at_ + 1;
  while (i < text_.size() && is_digit(text_[i])) ++i;
  if (i + 1 < text_.size() && text_[i] == '.' && is_digit(text_[i + 1])) {
    ++i;
    while (i < text_.size() && is_digit(text_[i])) ++i;
  }
  return emit(Kind::number, i);
}

Token Tokens::read_word() {
  std::uint32_t i = at_;
  while (const std::uint32_t length = word_part_at(i)) i += length;
  const std::string_view word = text_.substr(at_, i - at_);
  if (word.empty()) return emit(Kind::unknown, at_ + code_point_at(text_, at_).length);
  if (is_digit(word.front()) && std::all_of(word.begin(), word.end(), is_digit)) return read_number();
  return emit(Kind::word, i);
}

/// The bytes at `i` that a word may have: plain ones, or one other character; 0 for none.
std::uint32_t Tokens::word_part_at(std::uint32_t i) const {
  const char *const begin = text_.data() + i, *const end = text_.data() + text_.size();
  const char* here = begin;
  while (here < end && continues_word[static_cast<unsigned char>(*here)]) ++here;
  if (here > begin || here == end || static_cast<unsigned char>(*here) < 0x80) return static_cast<std::uint32_t>(here - begin);
  const auto [value, length] = code_point_at(text_, i);
  return is_letter_or_digit(value) ? length : 0;
}

char Tokens::next() const { return at_ + 1 < text_.size() ? text_[at_ + 1] : '\0'; }

}  // namespace pgplumb::prisma
