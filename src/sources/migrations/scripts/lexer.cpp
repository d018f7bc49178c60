// Text into nested tokens. One lexer for all languages: what differs stands in the rows of languages().
#include <algorithm>
#include <array>

#include "sources/migrations/scripts/language.h"
#include "sources/migrations/scripts/string_literal.h"

namespace pgplumb::scripts {

namespace {

using Kind = Token::Kind;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool begins_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

/// Those of several characters, the longest first; all others are one character.
constexpr std::array<std::string_view, 16> signs{
    "===", "!==", "...", "=>", "==", "!=", "<=", ">=", ":=", "+=", "->", "&&", "||", "??", "?.", "**"};

char closing(char open) { return open == '(' ? ')' : open == '[' ? ']' : '}'; }

class Lexer {
 public:
  Lexer(const Language& language, std::string_view text, std::size_t at, std::size_t end, std::size_t depth,
        std::vector<Comment>& comments)
      : language_(language), text_(text.substr(0, end)), at_(at), depth_(depth), comments_(comments) {}

  /// Up to the bracket `close`, which is passed; 0 for the end of the text.
  Tokens read(char close) {
    Tokens tokens;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (close && c == close) {
        ++at_;
        break;
      }
      take(tokens, c);
    }
    return tokens;
  }

 private:
  void take(Tokens& tokens, char c) {
    if (is_space(c)) {
      ++at_;
    } else if (c == '\n' || c == ';') {
      tokens.push_back({Kind::line_end, text_.substr(at_, 1), at_, at_ + 1});
      ++at_;
    } else if (language_.has_blocks_by_indentation && c == '\\' && at_ + 1 < text_.size()) {
      at_ += 2;  // the line goes on
    } else if (begins(language_.line_comment)) {
      take_comment(std::min(text_.find('\n', at_), text_.size()));
    } else if (language_.has_block_comments && begins("/*")) {
      take_comment(std::min(text_.find("*/", at_ + 2), text_.size() - 2) + 2);
    } else if (const auto literal = string_literal_at(language_, text_, at_)) {
      take_literal(tokens, *literal);
    } else if ((c == '(' || c == '[' || c == '{') && depth_ < deepest) {
      take_group(tokens, c);
    } else if (begins_word(c)) {
      take_while(tokens, Kind::word, [](char letter) { return begins_word(letter) || is_digit(letter); });
    } else if (is_digit(c)) {
      take_while(tokens, Kind::number, [](char letter) { return begins_word(letter) || is_digit(letter) || letter == '.'; });
    } else {
      take_sign(tokens);
    }
  }

  bool begins(std::string_view what) const { return text_.compare(at_, what.size(), what) == 0; }

  void take_comment(std::size_t end) {
    comments_.push_back({text_.substr(at_, end - at_), at_});
    at_ = end;
  }

  void take_literal(Tokens& tokens, const StringLiteral& literal) {
    Token token{Kind::literal, text_.substr(at_, literal.end - at_), at_, literal.end};
    for (const LiteralStretch& stretch : literal.stretches) {
      LiteralPart part{stretch.text, stretch.from};
      if (stretch.expression_end > 0) {
        part.expression = read_within(stretch.expression_begin, stretch.expression_end);
        if (part.expression.empty()) part.expression.push_back({Kind::sign, "?", stretch.from, stretch.from});
      }
      token.parts.push_back(std::move(part));
    }
    at_ = literal.end;
    tokens.push_back(std::move(token));
  }

  Tokens read_within(std::size_t begin, std::size_t end) const {
    return depth_ < deepest ? Lexer(language_, text_, begin, end, depth_ + 1, comments_).read(0) : Tokens();
  }

  void take_group(Tokens& tokens, char open) {
    const std::size_t begin = at_++;
    ++depth_;
    Tokens inner = read(closing(open));
    --depth_;
    tokens.push_back({Kind::group, text_.substr(begin, 1), begin, at_, {}, std::move(inner)});
  }

  template <class Belongs>
  void take_while(Tokens& tokens, Kind kind, Belongs belongs) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && belongs(text_[at_])) ++at_;
    tokens.push_back({kind, text_.substr(begin, at_ - begin), begin, at_});
  }

  void take_sign(Tokens& tokens) {
    const auto longer = std::find_if(signs.begin(), signs.end(), [&](std::string_view sign) { return begins(sign); });
    const std::size_t length = longer == signs.end() ? 1 : longer->size();
    tokens.push_back({Kind::sign, text_.substr(at_, length), at_, at_ + length});
    at_ += length;
  }

  const Language& language_;
  std::string_view text_;
  std::size_t at_;
  std::size_t depth_;
  std::vector<Comment>& comments_;

  static constexpr std::size_t deepest = 200;  // brackets within brackets; what is further in is no SQL that anybody runs
};

/// The blanks before the first token of a line.
std::size_t indentation_of(std::string_view text, const Token& token) {
  const std::size_t line = text.rfind('\n', token.begin);
  const std::size_t begin = line == std::string_view::npos || token.begin == 0 ? 0 : line + 1;
  return token.begin - begin;
}

/// Lines of deeper indentation become groups, which stand behind the line that they belong to.
class BlockReader {
 public:
  BlockReader(std::string_view text, Tokens tokens) : text_(text), tokens_(std::move(tokens)) {}

  Tokens read(std::size_t indentation) {
    Tokens block;
    while (skip_line_ends()) {
      const std::size_t here = indentation_of(text_, tokens_[at_]);
      if (here < indentation) break;
      if (here > indentation && !block.empty()) {
        append_block(block, here);
        continue;
      }
      read_line(block);
    }
    return block;
  }

 private:
  bool skip_line_ends() {
    while (at_ < tokens_.size() && tokens_[at_].is_line_end()) ++at_;
    return at_ < tokens_.size();
  }

  void read_line(Tokens& block) {
    while (at_ < tokens_.size() && !(tokens_[at_].is_line_end() && tokens_[at_].text == "\n"))
      block.push_back(std::move(tokens_[at_++]));
    block.push_back({Kind::line_end, ";", text_.size(), text_.size()});
  }

  void append_block(Tokens& block, std::size_t indentation) {
    const std::size_t begin = tokens_[at_].begin;
    block.pop_back();  // the line that the block belongs to ends behind it
    if (!block.empty() && block.back().is_sign(":")) block.pop_back();
    Tokens inner = read(indentation);
    std::size_t end = begin;
    for (const Token& token : inner) end = token.is_line_end() ? end : token.end;
    block.push_back({Kind::group, ":", begin, end, {}, std::move(inner)});
    block.push_back({Kind::line_end, ";", end, end});
  }

  std::string_view text_;
  Tokens tokens_;
  std::size_t at_ = 0;
};

void move(Tokens& tokens, std::size_t by) {
  for (Token& token : tokens) {
    token.begin += by;
    token.end += by;
    move(token.inner, by);
    for (LiteralPart& part : token.parts) {
      part.from += by;
      move(part.expression, by);
    }
  }
}

}  // namespace

Program read_program(const Language& language, std::string_view text, std::size_t begin) {
  Program program;
  program.tokens = Lexer(language, text, 0, text.size(), 0, program.comments).read(0);
  if (language.has_blocks_by_indentation) program.tokens = BlockReader(text, std::move(program.tokens)).read(0);
  if (begin == 0) return program;
  move(program.tokens, begin);
  for (Comment& comment : program.comments) comment.begin += begin;
  return program;
}

}  // namespace pgplumb::scripts
