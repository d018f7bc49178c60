// What replaying migrations costs beside their bare parse, without any server:  replay RUNS FOLDER   prints the best of the runs
// in milliseconds: "PARSE BODIES REPLAY READ", the parse of the scripts, that of what stands in the blocks and functions which
// they run, the statements alone, and all that reading a folder is: finding its layout and its files. With a second folder also
// what comparing costs, two equal catalogs and two that have nothing in common, and how many objects are in the first:  replay
// RUNS FOLDER STRANGERS   prints "PARSE BODIES REPLAY READ COMPARE OBJECTS COMPARE_STRANGERS".
#include <fmt/format.h>
#include <pgplumb/compare/disagreement.h>
#include <pgplumb/sources/source.h>
#include <pgplumb/statements/replay.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "bench/bare_parse.h"
#include "bench/best_of.h"

namespace {

using namespace pgplumb;
namespace fs = std::filesystem;

/// Of all *.sql files, in the order of their paths.
std::vector<SourceText> scripts_below(const std::string& folder) {
  std::vector<fs::path> paths;
  for (const auto& file : fs::recursive_directory_iterator(folder))
    if (file.path().extension() == ".sql") paths.push_back(file.path());
  std::ranges::sort(paths);
  std::vector<SourceText> scripts;
  for (const fs::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    scripts.emplace_back(path.string(), std::string(std::istreambuf_iterator<char>(in), {}));
  }
  return scripts;
}

std::vector<std::string> chunks_of_all(const std::vector<SourceText>& scripts) {
  std::vector<std::string> chunks;
  for (const SourceText& script : scripts) std::ranges::move(chunks_of(script.text()), std::back_inserter(chunks));
  return chunks;
}

Catalog replayed(const std::vector<SourceText>& scripts) {
  Draft draft;
  Replay replay(draft);
  for (const SourceText& script : scripts) replay.run(script);
  return draft.settle();
}

Source read_folder(Role role, const std::string& folder) { return read_source(role, Place{PlaceType::migrations, folder}, {}); }

/// False where two readings of a folder differ, or it has nothing to compare.
bool print_comparison(int runs, const std::string& folder, const std::string& strangers) {
  const Source expected = read_folder(Role::migrations, folder);
  const Source actual = read_folder(Role::database, folder);
  const Source stranger = read_folder(Role::database, strangers);
  const auto compare_with = [&](const Source& other) { return compare({&expected, &other}, {}); };
  const auto found = compare_with(actual);
  if (!found.disagreements.empty() || found.compared == 0) return false;
  const double of_equals = best_milliseconds(runs, [&] { return compare_with(actual); });
  const double of_strangers = best_milliseconds(runs, [&] { return compare_with(stranger); });
  fmt::print(" {:.3f} {} {:.3f}", of_equals, found.compared, of_strangers);
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3 && count != 4) {
    fmt::print(stderr, "usage: replay RUNS FOLDER [STRANGERS]\n");
    return EXIT_FAILURE;
  }
  const int runs = std::atoi(arguments[1]);
  const std::string folder = arguments[2];
  const auto scripts = scripts_below(folder);
  const auto chunks = chunks_of_all(scripts);
  const double parse = best_milliseconds(runs, [&] { return bare_parse(chunks); });
  std::string all;
  for (const SourceText& script : scripts) all += script.text() + "\n;\n";
  const auto bodies = statements_in_bodies(all);
  const double parse_of_bodies = best_milliseconds(runs, [&] { return bare_parse(bodies); });
  const double replay = best_milliseconds(runs, [&] { return replayed(scripts); });
  const double read = best_milliseconds(runs, [&] { return read_folder(Role::migrations, folder); });
  fmt::print("{:.3f} {:.3f} {:.3f} {:.3f}", parse, parse_of_bodies, replay, read);
  const bool is_sound = count == 3 || print_comparison(runs, folder, arguments[3]);
  fmt::print("\n");
  return is_sound ? EXIT_SUCCESS : EXIT_FAILURE;
}
