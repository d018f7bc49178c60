#include "statements/do_block/doubt/path_set.h"

#include <algorithm>
#include <array>

#include "statements/words.h"

namespace pgplumb {

namespace {

std::optional<PathSet> set_by_statement(std::string_view statement) {
  const auto words = first_words(statement, 3);
  const bool has_scope = words.size() > 2 && (words[1].is("local") || words[1].is("session"));
  const std::size_t at = has_scope ? 2 : 1;
  if (words.size() <= at || !is_one_of(words[at], std::array{"search_path", "schema"})) return std::nullopt;
  return PathSet{words[1].is("local")};
}

std::optional<PathSet> set_by_query(std::string_view query) {
  if (query.find("set_config") == query.npos) return std::nullopt;
  const auto words = cut_into_words(query);
  const auto is_path = [](const Word& word) { return word.kind == Word::Kind::string && word.text == "search_path"; };
  if (!has_word(words, "set_config") || std::none_of(words.begin(), words.end(), is_path)) return std::nullopt;
  return PathSet{has_word(words, "true")};
}

}  // namespace

std::optional<PathSet> path_set_by(std::string_view statement) {
  if (begins_with_one_of(statement, std::array{"set"})) return set_by_statement(statement);
  return begins_with_one_of(statement, std::array{"select"}) ? set_by_query(statement) : std::nullopt;
}

}  // namespace pgplumb
