// What replaying migrations costs beside their bare parse, and what comparing costs, two equal catalogs and two that have nothing
// in common, without any server:  replay RUNS FOLDER STRANGERS   prints the best of the runs in milliseconds, and how many
// objects are in the folder: "PARSE REPLAY COMPARE OBJECTS COMPARE_STRANGERS".
#include <fmt/format.h>
#include <pgplumb/compare/disagreement.h>
#include <pgplumb/sources/source.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "bench/bare_parse.h"
#include "bench/best_of.h"

namespace {

using namespace pgplumb;
namespace fs = std::filesystem;

std::vector<std::string> texts_below(const std::string& folder) {
  std::vector<std::string> texts;
  for (const auto& file : fs::recursive_directory_iterator(folder)) {
    if (file.path().extension() != ".sql") continue;
    std::ifstream in(file.path(), std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return texts;
}

}  // namespace

int main(int, char** arguments) {
  const int runs = std::atoi(arguments[1]);
  const std::string folder = arguments[2];
  const auto texts = texts_below(folder);
  const double parse = best_milliseconds(runs, [&] {
    std::size_t statements = 0;
    for (const std::string& text : texts) statements += parse_in_chunks(text);
    return statements;
  });
  const Place place{PlaceType::migrations, folder};
  const auto read = [&] { return read_source(Role::migrations, place, {}); };
  const double replay = best_milliseconds(runs, read);
  const Source expected = read();
  Source actual = read();
  actual.role = Role::database;
  const auto compare_both = [&] { return compare({&expected, &actual}, {}); };
  const auto found = compare_both();
  if (!found.disagreements.empty() || found.compared == 0) return EXIT_FAILURE;
  const double comparison = best_milliseconds(runs, compare_both);
  Source stranger = read_source(Role::database, {PlaceType::migrations, arguments[3]}, {});
  const auto compare_strangers = [&] { return compare({&expected, &stranger}, {}); };
  const double of_strangers = best_milliseconds(runs, compare_strangers);
  fmt::print("{:.2f} {:.2f} {:.2f} {} {:.2f}\n", parse, replay, comparison, found.compared, of_strangers);
}
