// Subcommands: one file each, one list.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "commands/command_line.h"

namespace pgplumb {

/// What every command may end with.
enum class ExitCode : int { good = 0, findings = 1, could_not_check = 2 };

/// One row of the list. `prepare` declares what the command takes and gives the function that runs it once that is read.
struct Command {
  std::string_view name;
  std::string_view help;
  std::function<ExitCode()> (*prepare)(CommandLine& line);
};
std::span<const Command> commands();

/// Runs the one that the command line names; --help and --version end well by themselves. Throws Error, with a suggestion where
/// an option or command is not known.
ExitCode run(std::span<const Command> commands, int argc, char** argv);

std::function<ExitCode()> prepare_check(CommandLine& line);
std::function<ExitCode()> prepare_diff(CommandLine& line);
std::function<ExitCode()> prepare_explain(CommandLine& line);
std::function<ExitCode()> prepare_show(CommandLine& line);
std::function<ExitCode()> prepare_history(CommandLine& line);
std::function<ExitCode()> prepare_snapshot(CommandLine& line);
std::function<ExitCode()> prepare_rules(CommandLine& line);
std::function<ExitCode()> prepare_queries(CommandLine& line);

}  // namespace pgplumb
