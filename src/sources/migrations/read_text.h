// Files and streams of SQL as text, or a clear Error.
#pragma once

#include <filesystem>
#include <istream>
#include <string>
#include <string_view>

namespace pgplumb {

/// The bytes of the file. Throws Error where it is not there or cannot be read.
std::string read_sql_file(const std::filesystem::path& path);
std::string read_sql_stream(std::istream& stream);

/// The text in UTF-8. Throws Error for binary content, UTF-16, and what is in no encoding that it names, with its line and
/// column. `name` is how positions call the text.
std::string readable(std::string_view name, std::string bytes);

/// Nothing but white space and comments.
bool is_blank_sql(std::string_view text);

}  // namespace pgplumb
