// The floor under reading migrations: PostgreSQL's parser over the files given, in chunks of 256 KB, and nothing else.
// Only for files that tests/bench/generate writes: it cuts where a line ends in a semicolon.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "sql/grammar.h"

namespace {

constexpr std::size_t chunk_bytes = 256 * 1024;

std::size_t parse_in_chunks(const std::string& text) {
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

}  // namespace

int main(int count, char** paths) {
  std::size_t statements = 0;
  for (int i = 1; i < count; ++i) {
    std::ifstream file(paths[i], std::ios::binary);
    statements += parse_in_chunks({std::istreambuf_iterator<char>(file), {}});
  }
  std::printf("%zu\n", statements);
  return statements ? 0 : 1;
}
