#include "sources/migrations/scripts/string_literal.h"

#include <algorithm>

namespace pgplumb::scripts {

namespace {

/// How one literal is written.
struct Form {
  std::size_t opening;     ///< the bytes before its first character: prefix and quotes
  std::string_view quote;  ///< what ends it
  bool is_raw = false;
  std::string_view inserts;  ///< what begins an expression: "{" or "${"; "" for none
  bool takes_lines = false;  ///< else it ends with its line, closed or not
};

bool is_word(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

/// r"", f"", rb"", """""": at most two letters before the quotes.
std::optional<Form> python_form(std::string_view text, std::size_t at) {
  std::size_t quotes = at;
  bool is_raw = false, is_format = false;
  while (quotes < text.size() && quotes - at < 3 && is_word(text[quotes])) {
    const char letter = static_cast<char>(text[quotes] | 0x20);
    if (std::string_view("rbuft").find(letter) == std::string_view::npos) return std::nullopt;
    is_raw |= letter == 'r';
    is_format |= letter == 'f' || letter == 't';
    ++quotes;
  }
  if (quotes >= text.size() || (text[quotes] != '"' && text[quotes] != '\'')) return std::nullopt;
  const std::string_view three = text.substr(quotes, 3);
  const bool is_triple = three.size() == 3 && three[1] == three[0] && three[2] == three[0];
  const std::string_view quote = text.substr(quotes, is_triple ? 3 : 1);
  return Form{quotes - at + quote.size(), quote, is_raw, is_format ? "{" : "", is_triple};
}

std::optional<Form> form_at(const Language& language, std::string_view text, std::size_t at) {
  if (language.has_prefixes) return python_form(text, at);
  const char quote = text[at];
  if (language.quotes.find(quote) == std::string_view::npos) return std::nullopt;
  const bool is_raw = language.raw_quotes.find(quote) != std::string_view::npos;
  return Form{1, text.substr(at, 1), is_raw, quote == '`' && language.has_templates ? "${" : "", quote == '`'};
}

/// The character that a backslash and this letter stand for; "" for a line that goes on.
std::string escaped(char letter) {
  switch (letter) {
    case 'n':
      return "\n";
    case 't':
      return "\t";
    case 'r':
      return "\r";
    case '\n':
      return "";
    default:
      return std::string(1, letter);
  }
}

/// Behind the bracket that closes what begins at `at`, nested brackets and quotes passed over.
std::size_t end_of_expression(std::string_view text, std::size_t at) {
  int depth = 1;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '{') ++depth;
    if (c == '}' && --depth == 0) return at;
    if (c == '\'' || c == '"' || c == '`') {
      const std::size_t close = text.find(c, at + 1);
      if (close == std::string_view::npos) return text.size();
      at = close;
    }
  }
  return text.size();
}

class LiteralReader {
 public:
  LiteralReader(std::string_view text, std::size_t at, const Form& form) : text_(text), at_(at + form.opening), form_(form) {}

  StringLiteral read() {
    while (at_ < text_.size() && !begins(form_.quote)) {
      if (text_[at_] == '\n' && !form_.takes_lines) break;
      if (text_[at_] == '\\' && at_ + 1 < text_.size())
        take_backslash();
      else if (!form_.inserts.empty() && begins(form_.inserts))
        take_insert();
      else
        take_character();
    }
    literal_.end = begins(form_.quote) ? std::min(at_ + form_.quote.size(), text_.size()) : at_;
    return std::move(literal_);
  }

 private:
  bool begins(std::string_view what) const { return text_.compare(at_, what.size(), what) == 0; }

  void append(std::string_view characters, std::size_t from, bool goes_on) {
    auto& stretches = literal_.stretches;
    if (stretches.empty() || !goes_on || stretches.back().expression_end > 0) stretches.push_back({"", from});
    stretches.back().text += characters;
  }

  void take_character() {
    const bool doubled_brace = form_.inserts == "{" && text_.compare(at_, 2, "}}") == 0;
    append(text_.substr(at_, 1), at_, !behind_escape_);
    behind_escape_ = doubled_brace;
    at_ += doubled_brace ? 2 : 1;
  }

  void take_backslash() {
    if (form_.is_raw) {
      append(text_.substr(at_, 2), at_, !behind_escape_);
      behind_escape_ = false;
    } else {
      append(escaped(text_[at_ + 1]), at_, false);
      behind_escape_ = true;
    }
    at_ += 2;
  }

  void take_insert() {
    if (form_.inserts == "{" && text_.compare(at_, 2, "{{") == 0) {
      append("{", at_, false);
      behind_escape_ = true;
      at_ += 2;
      return;
    }
    const std::size_t begin = at_ + form_.inserts.size(), end = end_of_expression(text_, begin);
    const std::size_t behind = std::min(end + 1, text_.size());
    literal_.stretches.push_back({std::string(text_.substr(at_, behind - at_)), at_, begin, std::max(end, begin)});
    at_ = behind;
    behind_escape_ = true;
  }

  std::string_view text_;
  std::size_t at_;
  const Form& form_;
  StringLiteral literal_{};
  bool behind_escape_ = true;  // the next character begins a stretch of its own
};

}  // namespace

std::optional<StringLiteral> string_literal_at(const Language& language, std::string_view text, std::size_t at) {
  const auto form = form_at(language, text, at);
  if (!form) return std::nullopt;
  return LiteralReader(text, at, *form).read();
}

}  // namespace pgplumb::scripts
