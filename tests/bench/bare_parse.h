// The floor under reading migrations: PostgreSQL's parser, and nothing else.
#pragma once

#include <string>

#include "sql/grammar.h"

/// Parses in chunks of 256 KB, cut where a line ends in a semicolon: for texts that tests/bench/generate writes, and for any that
/// are shorter. Gives the number of statements, 0 where a chunk is none.
inline std::size_t parse_in_chunks(const std::string& text) {
  constexpr std::size_t chunk_bytes = 256 * 1024;
  std::size_t statements = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto border = text.find(";\n", begin + chunk_bytes);
    const auto end = border == std::string::npos ? text.size() : border + 2;
    const pgplumb::RawTree tree(text.substr(begin, end - begin));
    if (tree.error()) return 0;
    statements += tree.statements().size();
    begin = end;
  }
  return statements;
}
