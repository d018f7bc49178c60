// Scripts that make the schema without any SQL.
#pragma once

#include <filesystem>
#include <string_view>

namespace pgplumb {

/// The tool whose schema builder the scripts of a folder use: "Sequelize"; "" where they use none that is known.
std::string_view schema_builder_of(const std::filesystem::path& folder);

}  // namespace pgplumb
