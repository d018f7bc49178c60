#include "history/tools/keys.h"

#include <algorithm>
#include <cctype>
#include <filesystem>

namespace pgplumb {

std::string name_of(const Migration& migration) { return migration.name; }

std::string file_name_of(const Migration& migration) { return std::filesystem::path(*migration.file).filename().string(); }

std::string stem_of(const Migration& migration) {
  const std::filesystem::path path(*migration.file);
  const std::string stem = path.stem().string();
  const bool is_in_own_folder = stem == "up" || stem == "migration";
  return is_in_own_folder ? path.parent_path().filename().string() : stem;
}

std::string version_of(const Migration& migration) {
  if (!migration.version.empty()) return migration.version;
  const std::string stem = stem_of(migration);
  const auto end = std::find_if(stem.begin(), stem.end(), [](unsigned char c) { return !std::isdigit(c); });
  return {stem.begin(), end};
}

std::string number_of(const Migration& migration) {
  const std::string version = version_of(migration);
  return version.substr(std::min(version.find_first_not_of('0'), version.size()));
}

}  // namespace pgplumb
