#include "compare/candidates.h"

#include <algorithm>
#include <unordered_map>

namespace pgplumb {

namespace {

using Lists = std::unordered_map<std::string, Indexes>;

/// Of more than these, none is told from the others.
constexpr std::size_t most_alike = 100;

Pairs sorted(Pairs pairs) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

void add_pairs(std::size_t one, const Indexes& others, Pairs& pairs) {
  if (others.size() > most_alike) return;
  for (const std::size_t other : others)
    if (other != one) pairs.push_back(std::minmax(one, other));
}

Lists lists_of(const Indexes& open, const std::function<std::vector<std::string>(std::size_t)>& words_of) {
  Lists lists;
  for (const std::size_t index : open)
    for (const std::string& word : words_of(index)) lists[word].push_back(index);
  return lists;
}

}  // namespace

Pairs all_pairs(const Indexes& open) {
  Pairs pairs;
  for (auto a = open.begin(); a != open.end(); ++a)
    for (auto b = a + 1; b != open.end(); ++b) pairs.push_back(std::minmax(*a, *b));
  return pairs;
}

Pairs pairs_of_one_key(const Indexes& open, const std::function<std::vector<std::string>(std::size_t)>& keys_of) {
  const Lists lists = lists_of(open, keys_of);
  Pairs pairs;
  for (const auto& [key, indexes] : lists)
    for (const std::size_t one : indexes) add_pairs(one, indexes, pairs);
  return sorted(std::move(pairs));
}

Pairs pairs_with_common_words(const Indexes& open, const std::function<std::vector<std::string>(std::size_t)>& words_of) {
  const Lists lists = lists_of(open, words_of);
  Pairs pairs;
  for (const std::size_t index : open) {
    std::vector<std::string> words = words_of(index);
    std::sort(words.begin(), words.end(),
              [&](const std::string& a, const std::string& b) { return lists.at(a).size() < lists.at(b).size(); });
    words.resize(std::min(words.size(), words.size() / 5 + 1));
    for (const std::string& word : words) add_pairs(index, lists.at(word), pairs);
  }
  return sorted(std::move(pairs));
}

}  // namespace pgplumb
