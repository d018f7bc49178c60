#include <memory>

#include "commands/command.h"
#include "commands/gather.h"
#include "commands/report_check.h"

namespace pgplumb {

std::function<ExitCode()> prepare_check(CLI::App& app) {
  auto sources = std::make_shared<SourceOptions>();
  auto output = std::make_shared<OutputOptions>();
  add_source_options(app, *sources, true);
  add_output_options(app, *output);
  return [sources, output] {
    const auto wanted = destinations(*output);
    const Gathered gathered = gather(requests_of(*sources), *sources);
    insist_on_requirements(gathered, *sources);
    return report_check(gathered, compare_options(*sources), *output, wanted);
  };
}

}  // namespace pgplumb
