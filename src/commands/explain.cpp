#include <pgplumb/error.h>
#include <pgplumb/explain/incident.h>

#include <iostream>
#include <iterator>
#include <memory>
#include <string>

#include "commands/command.h"
#include "commands/gather.h"
#include "commands/render.h"

namespace pgplumb {

namespace {

std::string read_standard_input() { return {std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()}; }

/// Whether any cause was found for any error.
bool is_explained(const std::vector<Incident>& incidents) {
  for (const Incident& incident : incidents)
    if (!incident.causes.empty()) return true;
  return false;
}

}  // namespace

std::function<ExitCode()> prepare_explain(CommandLine& line) {
  struct Options {
    std::string message = "-";
    SourceOptions sources;
    OutputOptions output;
  };
  auto options = std::make_shared<Options>();
  line.word("MESSAGE", options->message, "the error message, or - to read a message or log from standard input");
  add_source_options(line, options->sources, false);
  add_output_options(line, options->output);
  return [options] {
    const auto wanted = destinations(options->output);
    const auto errors = read_errors(options->message == "-" ? read_standard_input() : options->message);
    if (errors.empty())
      throw Error("no database error found in what was given", {},
                  "give the lines around the error, or pipe the whole log: pgplumb explain < app.log");
    const Gathered gathered = gather(requests_of(options->sources), options->sources);
    const auto incidents = diagnose(errors, gathered.views());
    CheckResult sources;
    sources.sources = gathered.summaries;
    sources.errors = gathered.errors;
    for (const Destination& destination : wanted)
      write_to(destination,
               destination.format->render_incidents(incidents, sources, report_options(options->output, destination)));
    if (!gathered.errors.empty() || gathered.sources.empty()) return ExitCode::could_not_check;
    return is_explained(incidents) ? ExitCode::findings : ExitCode::good;
  };
}

}  // namespace pgplumb
