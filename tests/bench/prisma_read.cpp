// How long a Prisma schema takes from its text to a catalog:  prisma_read RUNS SCHEMA   prints the best of the runs, in
// milliseconds.
#include <fmt/format.h>

#include <cstdlib>

#include "bench/best_of.h"
#include "sources/prisma/read_catalog.h"
#include "sources/schema_alias.h"

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const auto read = [&] { return pgplumb::prisma::read_catalog(pgplumb::prisma::load_files(arguments[2]), {}); };
  if (read().entries().empty()) return 1;
  fmt::print("{:.2f}\n", best_milliseconds(std::atoi(arguments[1]), read));
}
