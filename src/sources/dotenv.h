// .env files: NAME=value lines beside a project.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace pgplumb {

/// Reads `NAME=value`, `export NAME=value`, values in single, double or back quotes (over several lines too), comments. ${OTHER}
/// outside of single quotes is what the file or the environment has for OTHER. Lines that are none of this are passed over, as
/// dotenv does.
std::map<std::string, std::string> read_dotenv(std::string_view text);

/// The variables of a file; none when there is no such file.
std::map<std::string, std::string> read_dotenv_file(const std::filesystem::path& file);

}  // namespace pgplumb
