#include <memory>
#include <tuple>

#include "commands/command.h"
#include "commands/gather.h"
#include "commands/report_check.h"

namespace pgplumb {

std::function<ExitCode()> prepare_diff(CLI::App& app) {
  struct Options {
    std::string expected, actual;
    SourceOptions sources;
    OutputOptions output;
  };
  auto options = std::make_shared<Options>();
  app.add_option("EXPECTED", options->expected, "the place that is right")->required();
  app.add_option("ACTUAL", options->actual, "the place that is measured")->required();
  app.add_option("--schema", options->sources.schemas, "only this schema (repeatable)")
      ->type_name("NAME")
      ->allow_extra_args(false);
  app.add_option("--only", options->sources.only, "only tables and types whose name matches the glob (repeatable)")
      ->type_name("OBJECT")
      ->allow_extra_args(false);
  add_access_options(app, options->sources);
  add_scratch_option(app, options->sources);
  add_output_options(app, options->output);
  return [options] {
    const auto wanted = destinations(options->output);
    const Place expected = recognise_place(options->expected), actual = recognise_place(options->actual);
    SourceRequest first{usual_role(expected), expected, {}}, second{usual_role(actual), actual, {}};
    if (first.role == second.role) std::tie(first.name, second.name) = std::pair("expected", "actual");
    const std::vector requests{first, second};
    SecondOpinion second_opinion(options->sources.scratch, requests);
    const Gathered gathered = gather(requests, options->sources);
    insist_on_requirements(gathered, options->sources);
    CheckResult result = judge_all(gathered.views(), compare_options(options->sources), second_opinion);
    result.second_opinions = second_opinion.summary();
    return report_check(std::move(result), gathered, options->output, wanted);
  };
}

}  // namespace pgplumb
