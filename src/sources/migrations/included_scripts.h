// The files that scripts include as psql does.
#pragma once

#include <pgplumb/sql/parse.h>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace pgplumb {

class IncludedScripts {
 public:
  /// A file of a folder in which each runs once, be it by itself or because another includes it.
  void runs_once(const std::filesystem::path& file);
  /// Before a file is run by itself: false where another has included it.
  bool may_begin(const std::filesystem::path& file);
  /// See Includer. Of a file that has run already nothing is left.
  std::optional<SourceText> find(const std::string& path, bool is_relative, const std::string& by);

 private:
  std::filesystem::path found(const std::filesystem::path& path, bool is_relative, const std::filesystem::path& by) const;
  void find_real_paths();

  std::map<std::string, std::filesystem::path> paths_;  // of the scripts that were begun, by how they are shown
  // Until one is included, no file has to be asked whether it is the same as another.
  std::vector<std::filesystem::path> listed_, begun_;
  std::optional<std::map<std::filesystem::path, bool>> once_;  // by their real paths, whether each has run
};

}  // namespace pgplumb
