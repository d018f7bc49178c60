// What an error and its diagnosis are called, in every format for people.
#pragma once

#include <pgplumb/explain/incident.h>

#include <string>
#include <string_view>

namespace pgplumb::reports {

std::string_view confidence_name(Confidence confidence);
/// Whether the message says which table or column it is about.
bool names_its_object(const ErrorReport& error);
/// "P2021, a table is missing", "42703 undefined_column: call_log.recording_mode".
std::string error_in_words(const ErrorReport& error);
/// "312 times, 03:02:11 to 03:09:40"; "" for one error without a time.
std::string seen_in_words(const ErrorReport& error);

}  // namespace pgplumb::reports
