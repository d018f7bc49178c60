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

/// Throws Error for binary content, UTF-16, and invalid UTF-8 with its line and column. `name` is how positions call the text.
void require_text(std::string_view name, std::string_view text);

/// Nothing but white space and comments.
bool is_blank_sql(std::string_view text);

}  // namespace pgplumb
