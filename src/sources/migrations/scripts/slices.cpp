#include <algorithm>

#include "sources/migrations/scripts/interpreter.h"

namespace pgplumb::scripts {

Slice without_line_ends(Slice tokens) {
  while (!tokens.empty() && tokens.front().is_line_end()) tokens = tokens.subspan(1);
  while (!tokens.empty() && tokens.back().is_line_end()) tokens = tokens.first(tokens.size() - 1);
  return tokens;
}

std::vector<Slice> split(Slice tokens, std::string_view sign) {
  std::vector<Slice> parts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= tokens.size(); ++i) {
    if (i < tokens.size() && !tokens[i].is_sign(sign)) continue;
    parts.push_back(without_line_ends(tokens.subspan(begin, i - begin)));
    begin = i + 1;
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

std::vector<std::string> words_in(Slice tokens) {
  std::vector<std::string> words;
  for (const Token& token : tokens) {
    if (token.kind == Token::Kind::word) words.emplace_back(token.text);
    if (token.kind == Token::Kind::group)
      for (std::string& word : words_in(token.inner)) words.push_back(std::move(word));
  }
  return words;
}

std::size_t find_sign(Slice tokens, std::string_view sign) {
  return static_cast<std::size_t>(
      std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) { return token.is_sign(sign); }) - tokens.begin());
}

std::size_t find_word(Slice tokens, std::string_view word) {
  return static_cast<std::size_t>(
      std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) { return token.is_word(word); }) - tokens.begin());
}

std::size_t find_last_group(Slice tokens, std::string_view open) {
  for (std::size_t i = tokens.size(); i-- > 0;)
    if (tokens[i].is_group(open)) return i;
  return tokens.size();
}

}  // namespace pgplumb::scripts
