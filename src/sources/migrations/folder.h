// What lies in a folder of migrations, in the orders that tools have.
#pragma once

#include <pgplumb/pattern.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

/// While one lives, this thread reads a folder, and the files that it asks for by text_of(), from disk once: every layout that
/// may be it looks at the same.
class KeptFiles {
 public:
  KeptFiles();
  ~KeptFiles();
  KeptFiles(const KeptFiles&) = delete;

  struct Of;
  Of& of() { return *of_; }

 private:
  std::unique_ptr<Of> of_;
  KeptFiles* around_;
};

/// The bytes of the file. Throws Error where it is not there or cannot be read.
std::shared_ptr<const std::string> text_of(const std::filesystem::path& file);

/// The regular files of a folder, in natural order of their names.
std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder);
/// Those of the folders below as well.
std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder);
/// The folders, hidden ones left out, in the order of their names' bytes.
std::vector<std::filesystem::path> folders_in(const std::filesystem::path& folder);
/// Those of them that hold this file.
std::vector<std::filesystem::path> folders_with(const std::filesystem::path& folder, std::string_view file);

/// A name that a tool's pattern takes apart.
struct NamedFile {
  std::filesystem::path path;
  std::string version;  ///< the pattern's first group
  std::string rest;     ///< its second
};
/// Nothing where the pattern does not match the name as a whole.
std::optional<NamedFile> taken_apart(const std::filesystem::path& path, const Pattern& pattern);
/// All that are taken apart.
std::vector<NamedFile> matching(const std::vector<std::filesystem::path>& paths, const Pattern& pattern);
/// By version, as numbers.
void sort_by_version(std::vector<NamedFile>& files);

/// Whether one of the first SQL files of the folder has a line that `is_mark` knows.
bool has_marked_line(const std::filesystem::path& folder, bool (*is_mark)(std::string_view line));
/// Whether a file of this name, in the folder or one of the three above it, holds the text.
bool is_mentioned_nearby(const std::filesystem::path& folder, std::string_view file, std::string_view text);
/// That file; empty where there is none.
std::filesystem::path find_nearby(const std::filesystem::path& folder, std::string_view file);

}  // namespace pgplumb
