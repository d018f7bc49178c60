#include "statements/words.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <climits>
#include <limits>

namespace pgplumb {

namespace {

constexpr unsigned char beyond_ascii = 0x80;

/// Asked for every letter of what is read.
constexpr std::array<bool, UCHAR_MAX + 1> word_letters = [] {
  std::array<bool, UCHAR_MAX + 1> letters{};
  for (char letter = 'a'; letter <= 'z'; ++letter) letters[static_cast<unsigned char>(letter)] = true;
  for (char letter = 'A'; letter <= 'Z'; ++letter) letters[static_cast<unsigned char>(letter)] = true;
  for (char letter = '0'; letter <= '9'; ++letter) letters[static_cast<unsigned char>(letter)] = true;
  for (std::size_t letter = beyond_ascii; letter < letters.size(); ++letter) letters[letter] = true;
  letters['_'] = letters['$'] = true;
  return letters;
}();

}  // namespace

bool is_word_letter(char letter) { return word_letters[static_cast<unsigned char>(letter)]; }

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
    const char letter = text_[at_];
    const bool is_escaped = (letter == 'E' || letter == 'e') && at_ + 1 < text_.size() && text_[at_ + 1] == '\'';
    if (std::isspace(static_cast<unsigned char>(letter))) {
      ++at_;
    } else if (is_escaped) {
      take_quoted(Word::Kind::string, '\'', true, at_ + 1);
    } else if (letter == '$' && take_dollar_quoted()) {
    } else if (is_word_letter(letter)) {
      take_plain();
    } else if (letter == '\'') {
      take_quoted(Word::Kind::string, letter, false, at_);
    } else if (letter == '"') {
      take_quoted(Word::Kind::quoted, letter, false, at_);
    } else if (starts("--")) {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (starts("/*")) {
      skip_comment();
    } else {
      const std::size_t length = starts(":=") ? 2 : 1;
      add(Word::Kind::sign, std::string(text_.substr(at_, length)), at_ + length);
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
    const std::string_view special = backslashes ? "'\\" : quote == '"' ? "\"" : "'";
    std::string contents;
    std::size_t i = open + 1;
    while (true) {
      const std::size_t end = std::min(text_.find_first_of(special, i), text_.size());
      contents += text_.substr(i, end - i);
      i = end;
      const bool doubled = i + 1 < text_.size() && text_[i] == quote && text_[i + 1] == quote;
      const bool escapes = i + 1 < text_.size() && text_[i] == '\\';
      if (!doubled && !escapes) break;
      contents += text_[i + 1];
      i += 2;
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
