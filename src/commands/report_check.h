// The end that check and diff share: compare, judge, write, exit.
#pragma once

#include "commands/command.h"
#include "commands/gather.h"
#include "commands/render.h"
#include "commands/second_opinion.h"

namespace pgplumb {

using SourceList = std::vector<const Source*>;

/// All sources at once; of several models each with the rest by itself. Two models and nothing else are two places of diff.
CheckResult judge_all(const SourceList& sources, const CompareOptions& options, SecondOpinion& second_opinion);

/// `result` has the findings; what was read, and what not, is added here.
ExitCode report_check(CheckResult result, const Gathered& gathered, const OutputOptions& output,
                      const std::vector<Destination>& wanted);

}  // namespace pgplumb
