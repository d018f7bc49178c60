// The end that check and diff share: compare, judge, write, exit.
#pragma once

#include "commands/command.h"
#include "commands/gather.h"
#include "commands/render.h"

namespace pgplumb {

ExitCode report_check(const Gathered& gathered, const CompareOptions& compare_options, const OutputOptions& output,
                      const std::vector<Destination>& wanted);

}  // namespace pgplumb
