// Subcommands: one file each, one list.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <span>
#include <string_view>

namespace pgplumb {

/// What every command may end with.
enum class ExitCode : int { good = 0, findings = 1, could_not_check = 2 };

/// One row of the list. `prepare` adds the command's options and gives the function that runs it once they are parsed.
struct Command {
  std::string_view name;
  std::string_view help;
  std::function<ExitCode()> (*prepare)(CLI::App& app);
};
std::span<const Command> commands();

std::function<ExitCode()> prepare_check(CLI::App& app);
std::function<ExitCode()> prepare_diff(CLI::App& app);
std::function<ExitCode()> prepare_explain(CLI::App& app);
std::function<ExitCode()> prepare_show(CLI::App& app);
std::function<ExitCode()> prepare_history(CLI::App& app);
std::function<ExitCode()> prepare_snapshot(CLI::App& app);
std::function<ExitCode()> prepare_rules(CLI::App& app);
std::function<ExitCode()> prepare_queries(CLI::App& app);

}  // namespace pgplumb
