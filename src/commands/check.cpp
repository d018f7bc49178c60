#include <algorithm>
#include <memory>

#include "commands/after_deploy.h"
#include "commands/command.h"
#include "commands/gather.h"
#include "commands/report_check.h"
#include "commands/tenants.h"

namespace pgplumb {

namespace {

void insist_on_something_beside_models(const Gathered& gathered) {
  const auto& sources = gathered.sources;
  if (sources.size() > 1 &&
      std::all_of(sources.begin(), sources.end(), [](const Source& one) { return one.role == Role::model; }))
    throw Error("nothing to hold the models against", {}, "give --database or --migrations; pgplumb diff compares two models");
}

struct Options {
  SourceOptions sources;
  OutputOptions output;
  std::string tenants;
  bool after_deploy = false;
};

CheckResult judge_as_asked(const Options& options, const std::vector<SourceRequest>& requests, const Gathered& gathered,
                           SecondOpinion& second_opinion) {
  if (!options.tenants.empty()) return judge_tenants(options.tenants, requests, gathered, options.sources, second_opinion);
  return judge_all(gathered.views(), compare_options(options.sources), second_opinion);
}

}  // namespace

std::function<ExitCode()> prepare_check(CommandLine& line) {
  auto options = std::make_shared<Options>();
  add_source_options(line, options->sources, true);
  line.option("--tenants", "GLOB[=SCHEMA]", options->tenants,
              "hold each schema of the database that matches against the same expectation");
  line.flag("--after-deploy", options->after_deploy,
            "compare with the database as it will be when the pending migrations have run");
  add_access_options(line, options->sources);
  add_scratch_option(line, options->sources);
  add_output_options(line, options->output);
  return [options] {
    const auto wanted = destinations(options->output);
    const auto requests = requests_of(options->sources);
    SecondOpinion second_opinion(options->sources.scratch, requests);
    Gathered gathered = gather(requests, options->sources);
    if (options->after_deploy) carry_out_pending(requests, options->sources, gathered);
    insist_on_requirements(gathered, options->sources);
    insist_on_something_beside_models(gathered);
    CheckResult result = judge_as_asked(*options, requests, gathered, second_opinion);
    result.second_opinions = second_opinion.summary();
    return report_check(std::move(result), gathered, options->output, wanted);
  };
}

}  // namespace pgplumb
