#include "statements/do_block/name_in_part.h"

#include <array>

namespace pgplumb {

namespace {

constexpr std::array before_name = {"view", "table", "column", "if", "not", "exists", "concurrently"};

bool holds_gap(const Word& word) {
  return word.is_sign("%") || (word.is_name() && (word.text.find('%') != std::string::npos || word.is(unknown_text) ||
                                                  word.text.find(" " + std::string(unknown_text)) != std::string::npos));
}

}  // namespace

std::optional<std::string> known_beginning(const std::vector<Word>& words, std::size_t kind) {
  std::size_t name = kind + 1;
  while (name < words.size() && is_one_of(words[name], before_name)) ++name;
  if (name + 2 < words.size() && words[name + 1].is_sign(".")) name += 2;
  if (name >= words.size() || holds_gap(words[name])) return std::string();
  const bool goes_on = name + 1 < words.size() && holds_gap(words[name + 1]);
  return goes_on ? std::optional(words[name].text) : std::nullopt;
}

}  // namespace pgplumb
