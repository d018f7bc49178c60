#include "statements/words.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <cctype>
#include <limits>

namespace pgplumb {

bool is_word_letter(char letter) {
  return std::isalnum(static_cast<unsigned char>(letter)) || letter == '_' || letter == '$' ||
         static_cast<unsigned char>(letter) >= 0x80;
}

namespace {

class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {}

  std::vector<Word> cut(std::size_t most) {
    constexpr std::size_t letters_in_word = 8, enough_at_first = 1000;
    words_.reserve(std::min({text_.size() / letters_in_word + 1, enough_at_first, most}));
    while (at_ < text_.size() && words_.size() < most) take();
    return std::move(words_);
  }

 private:
  bool starts(std::string_view with) const { return text_.substr(at_, with.size()) == with; }

  void take() {
    if (std::isspace(static_cast<unsigned char>(text_[at_]))) {
      ++at_;
    } else if (starts("--")) {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (starts("/*")) {
      skip_comment();
    } else if (text_[at_] == '\'') {
      take_quoted(Word::Kind::string, '\'', false, at_);
    } else if (starts("E'") || starts("e'")) {
      take_quoted(Word::Kind::string, '\'', true, at_ + 1);
    } else if (text_[at_] == '"') {
      take_quoted(Word::Kind::quoted, '"', false, at_);
    } else if (text_[at_] == '$' && take_dollar_quoted()) {
    } else if (is_word_letter(text_[at_])) {
      take_plain();
    } else {
      add(Word::Kind::sign, std::string(text_.substr(at_, starts(":=") ? 2 : 1)), at_ + (starts(":=") ? 2 : 1));
    }
  }

  void add(Word::Kind kind, std::string text, std::size_t end) {
    words_.push_back({kind, std::move(text), at_, end});
    at_ = end;
  }

  void skip_comment() {
    int depth = 0;
    do {
      depth += starts("/*") - starts("*/");
      at_ += starts("/*") || starts("*/") ? 2 : 1;
    } while (depth > 0 && at_ < text_.size());
  }

  void take_quoted(Word::Kind kind, char quote, bool backslashes, std::size_t open) {
    std::string contents;
    std::size_t i = open + 1;
    while (i < text_.size()) {
      const bool doubled = text_[i] == quote && i + 1 < text_.size() && text_[i + 1] == quote;
      if (text_[i] == quote && !doubled) break;
      if (doubled || (backslashes && text_[i] == '\\' && i + 1 < text_.size())) ++i;
      contents += text_[i++];
    }
    add(kind, std::move(contents), std::min(i + 1, text_.size()));
  }

  bool take_dollar_quoted() {
    const auto close = text_.find('$', at_ + 1);
    if (close == std::string_view::npos) return false;
    const auto tag = text_.substr(at_, close + 1 - at_);
    const bool is_tag =
        std::all_of(tag.begin() + 1, tag.end() - 1, [](char letter) { return is_word_letter(letter) && letter != '$'; });
    if (!is_tag) return false;
    const auto end = std::min(text_.find(tag, close + 1), text_.size());
    add(Word::Kind::string, std::string(text_.substr(close + 1, end - close - 1)), std::min(end + tag.size(), text_.size()));
    return true;
  }

  void take_plain() {
    std::size_t end = at_;
    while (end < text_.size() && is_word_letter(text_[end])) ++end;
    add(Word::Kind::plain, lower_case(text_.substr(at_, end - at_)), end);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Word> words_;
};

}  // namespace

std::vector<Word> cut_into_words(std::string_view sql) { return first_words(sql, std::numeric_limits<std::size_t>::max()); }

std::vector<Word> first_words(std::string_view sql, std::size_t most) { return Cutter(sql).cut(most); }

}  // namespace pgplumb
