// The bare parse of the files given, as a process of its own; prints how many statements they hold.
#include "bench/bare_parse.h"

#include <cstdio>
#include <fstream>
#include <iterator>

int main(int count, char** paths) {
  std::size_t statements = 0;
  for (int i = 1; i < count; ++i) {
    std::ifstream file(paths[i], std::ios::binary);
    statements += parse_in_chunks({std::istreambuf_iterator<char>(file), {}});
  }
  std::printf("%zu\n", statements);
  return statements ? 0 : 1;
}
