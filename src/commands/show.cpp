#include <pgplumb/error.h>

#include <iostream>
#include <memory>

#include "commands/command.h"
#include "commands/gather.h"
#include "commands/member_table.h"

namespace pgplumb {

std::function<ExitCode()> prepare_show(CommandLine& line) {
  struct Options {
    std::string object;
    std::vector<std::string> members;
    SourceOptions sources;
  };
  auto options = std::make_shared<Options>();
  line.required_word("OBJECT", options->object, "a table, type or model");
  line.words("MEMBER", options->members, "only these columns, constraints, indexes or values (globs)");
  add_source_options(line, options->sources, false);
  return [options] {
    const Gathered gathered = gather(requests_of(options->sources), options->sources);
    insist_on_requirements(gathered, options->sources);
    if (gathered.sources.empty())
      throw gathered.errors.empty()
          ? Error("nothing to show: no source was found", {}, "name one with --model, --migrations or --database")
          : gathered.errors.front();
    const MemberTable table = member_table(gathered, options->object, options->members);
    std::cout << table.text;
    for (const Error& error : gathered.errors) std::cerr << "pgplumb: " << error.message() << '\n';
    if (!gathered.errors.empty()) return ExitCode::could_not_check;
    return table.is_right ? ExitCode::good : ExitCode::findings;
  };
}

}  // namespace pgplumb
