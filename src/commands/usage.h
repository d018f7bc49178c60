#pragma once

#include <optional>

#include "commands/command.h"

namespace pgplumb {

/// Parses the command line. Gives an exit code where the program is to end at once (--help, --version); throws Error with a
/// suggestion where an option or command is not known.
std::optional<ExitCode> parse_arguments(CLI::App& app, int argc, char** argv);

}  // namespace pgplumb
