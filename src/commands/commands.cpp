#include <array>

#include "commands/command.h"

namespace pgplumb {

std::span<const Command> commands() {
  static constexpr std::array list{
      Command{"check", "compare the sources given, or those found here", prepare_check},
      Command{"diff", "compare two places of any kind", prepare_diff},
      Command{"explain", "diagnose a database error or a log", prepare_explain},
      Command{"show", "one object as each source states it", prepare_show},
      Command{"history", "what ran according to the migration tool, and what is there of it", prepare_history},
      Command{"snapshot", "save what a place states as JSON", prepare_snapshot},
      Command{"rules", "list the rules, or print one", prepare_rules},
      Command{"queries", "print every statement that is ever sent to a database", prepare_queries},
  };
  return list;
}

}  // namespace pgplumb
