// SQL cut into words, for what the grammar cannot be asked: statements with a syntax error, and PL/pgSQL.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

struct Word {
  enum class Kind {
    plain,   ///< an identifier or keyword, folded to lower case; a number
    quoted,  ///< "…", as it is meant
    string,  ///< '…', E'…' or $$…$$, its contents
    sign,    ///< one other character; two for `:=`
  };
  Kind kind;
  std::string text;
  std::size_t begin, end;  ///< byte offsets

  bool is(std::string_view keyword) const { return kind == Kind::plain && text == keyword; }
  bool is_sign(std::string_view sign) const { return kind == Kind::sign && text == sign; }
  bool is_name() const { return kind == Kind::plain || kind == Kind::quoted; }
};

/// `list`: of keywords.
template <class List>
bool is_one_of(const Word& word, const List& list) {
  return std::any_of(list.begin(), list.end(), [&](std::string_view keyword) { return word.is(keyword); });
}

inline bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

template <class List>
bool has_one_of(const std::vector<Word>& words, const List& list) {
  return std::any_of(words.begin(), words.end(), [&](const Word& word) { return is_one_of(word, list); });
}

inline bool has_word(const std::vector<Word>& words, std::string_view keyword) {
  return std::any_of(words.begin(), words.end(), [&](const Word& word) { return word.is(keyword); });
}

/// Stands in a text for what is put in at run time.
inline constexpr std::string_view unknown_text = "something";
/// The same as it is put in, a word of its own whatever stands around it.
inline std::string gap() { return " " + std::string(unknown_text) + " "; }

/// Of identifiers, keywords and numbers.
bool is_word_letter(char letter);

/// Comments and white space are left out. Never fails: what is unterminated ends with the text.
std::vector<Word> cut_into_words(std::string_view sql);
/// No more than so many.
std::vector<Word> first_words(std::string_view sql, std::size_t most);

/// Whether the text begins with a keyword of the list.
template <class List>
bool begins_with_one_of(std::string_view sql, const List& list) {
  const auto words = first_words(sql, 1);
  return !words.empty() && is_one_of(words.front(), list);
}

}  // namespace pgplumb
