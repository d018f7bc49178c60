#include <pgplumb/error.h>
#include <pgplumb/sources/snapshot.h>

#include <fstream>
#include <iostream>
#include <memory>

#include "commands/command.h"
#include "commands/gather.h"

namespace pgplumb {

namespace {

struct Options {
  std::string place, output;
  SourceOptions sources;
};

void write_to(const Source& source, const std::string& file) {
  if (file.empty()) return write_snapshot(source, std::cout);
  std::ofstream out(file, std::ios::binary);
  if (out) write_snapshot(source, out);
  if (!out.flush()) throw Error("cannot write " + file);
}

}  // namespace

std::function<ExitCode()> prepare_snapshot(CommandLine& line) {
  auto options = std::make_shared<Options>();
  line.required_word("PLACE", options->place, "what to save: any place that check reads");
  line.option("--output", "FILE", options->output, "the file to write; default standard output");
  add_schema_option(line, options->sources);
  add_access_options(line, options->sources);
  return [options] {
    const Place place = recognise_place(options->place);
    const Gathered gathered = gather({{usual_role(place), place, {}}}, options->sources);
    if (!gathered.errors.empty()) throw gathered.errors.front();
    write_to(gathered.sources.front(), options->output);
    return ExitCode::good;
  };
}

}  // namespace pgplumb
