// How long a Prisma schema takes from its text to a catalog:  prisma_read RUNS SCHEMA   prints the best of the runs, in
// milliseconds.
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

#include "sources/prisma/read_catalog.h"
#include "sources/schema_alias.h"

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

/// The catalog is taken down outside of the time.
double time_once(const std::string& path) {
  const auto begin = Clock::now();
  const auto catalog = pgplumb::prisma::read_catalog(pgplumb::prisma::load_files(path), {});
  const auto end = Clock::now();
  if (catalog.entries().empty()) std::exit(1);
  return Milliseconds(end - begin).count();
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  double best = time_once(arguments[2]);
  for (int run = std::atoi(arguments[1]); run > 1; --run) best = std::min(best, time_once(arguments[2]));
  fmt::print("{:.2f}\n", best);
}
