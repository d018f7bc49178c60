#include <fmt/format.h>

#include <iostream>

#include "commands/command.h"
#include "sources/database/statements.h"

namespace pgplumb {

std::function<ExitCode()> prepare_queries(CommandLine&) {
  return [] {
    for (const EmbeddedStatement& statement : all_statements())
      std::cout << fmt::format("-- {}: {}\n{}\n", statement.name, statement.purpose, statement.sql);
    return ExitCode::good;
  };
}

}  // namespace pgplumb
