// How findings speak of a migration's record and of its effect.
#pragma once

#include <string>

#include "findings/provenance.h"

namespace pgplumb {

/// " on 2026-01-01T10:00:01Z", "" where no time was kept.
std::string on_date(const HistoryRecord& record);

/// "column users.name, table calls, … and 3 more": those of its changes that are there, or that are not.
std::string list_changes(const NetEffect& effect, bool is_there);
/// "2 of its 3 changes are there", "its one change is there", "nothing of it is there".
std::string how_much_is_there(const NetEffect& effect);

/// "its contents (what ran is in git at 3f2a9c1)".
std::string edit_in_words(const Edit& edit);

/// It has changed since it ran, and its tool runs such ones again.
bool runs_again(const TimelineRow& row);

/// The id of the cause of what comes from a migration's not having run.
std::string migration_cause(const std::string& migration);
/// The same of what comes from its file.
std::string file_cause(const std::string& migration);

/// What a group of findings that one migration explains is headed with.
std::string headline_of(const TimelineRow& row);

/// A command of the tool with the migration's key in it, as one line for a POSIX shell; "" where the tool has none.
std::string command_for(std::string_view command, const TimelineRow& row, const HistoryTool& tool);

}  // namespace pgplumb
