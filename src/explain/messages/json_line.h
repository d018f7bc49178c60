// Log lines that are JSON: a message inside a string, its quotes and line breaks escaped.
#pragma once

#include <string>
#include <string_view>

namespace pgplumb {

/// Whether the line is a JSON object, whatever a collector put before it ("api-1  | {…}").
bool is_json_line(std::string_view line);

/// The line with the escapes of its strings undone once; what is no escape stays.
std::string undo_json_escapes(std::string_view line);

}  // namespace pgplumb
