#include <memory>
#include <tuple>

#include "commands/command.h"
#include "commands/gather.h"
#include "commands/report_check.h"

namespace pgplumb {

std::function<ExitCode()> prepare_diff(CommandLine& line) {
  struct Options {
    std::string expected, actual;
    SourceOptions sources;
    OutputOptions output;
  };
  auto options = std::make_shared<Options>();
  line.required_word("EXPECTED", options->expected, "the place that is right");
  line.required_word("ACTUAL", options->actual, "the place that is measured");
  add_layout_option(line, options->sources);
  add_schema_option(line, options->sources);
  add_only_option(line, options->sources);
  add_access_options(line, options->sources);
  add_scratch_option(line, options->sources);
  add_output_options(line, options->output);
  return [options] {
    const auto wanted = destinations(options->output);
    const std::string& layout = options->sources.layout;
    const Place expected = recognise_place(options->expected, layout), actual = recognise_place(options->actual, layout);
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
