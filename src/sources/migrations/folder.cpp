#include "sources/migrations/folder.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "history/natural_order.h"
#include "sources/migrations/lines.h"
#include "sources/migrations/read_text.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

template <class Entries>
std::vector<fs::path> regular_files(Entries&& entries) {
  std::vector<std::pair<std::string, fs::path>> named;
  for (const auto& entry : entries)
    if (entry.is_regular_file()) named.emplace_back(entry.path().filename().string(), entry.path());
  std::sort(named.begin(), named.end(), [](const auto& a, const auto& b) { return natural_less(a.first, b.first); });
  std::vector<fs::path> files;
  for (auto& [name, path] : named) files.push_back(std::move(path));
  return files;
}

}  // namespace

namespace {

using Listing = std::vector<fs::path>;

thread_local KeptFiles* kept = nullptr;

}  // namespace

struct KeptFiles::Of {
  std::map<fs::path, Listing> files, files_below, folders;
  std::unordered_map<std::string, std::shared_ptr<const std::string>> texts;
};

KeptFiles::KeptFiles() : of_(std::make_unique<Of>()), around_(std::exchange(kept, this)) {}
KeptFiles::~KeptFiles() { kept = around_; }

namespace {

/// Read by `read`, unless that was done already.
template <class Read>
Listing listing(std::map<fs::path, Listing> KeptFiles::Of::*kind, const fs::path& folder, const Read& read) {
  if (!kept) return read();
  auto& known = kept->of().*kind;
  const auto found = known.find(folder);
  return found != known.end() ? found->second : known.emplace(folder, read()).first->second;
}

Listing folders_directly_in(const fs::path& folder) {
  Listing folders;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.is_directory() && !entry.path().filename().string().starts_with('.')) folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end(), [](const fs::path& a, const fs::path& b) { return a.filename() < b.filename(); });
  return folders;
}

}  // namespace

std::shared_ptr<const std::string> text_of(const fs::path& file) {
  const auto read = [&] { return std::make_shared<const std::string>(read_sql_file(file)); };
  if (!kept) return read();
  auto& known = kept->of().texts;
  const auto found = known.find(file.native());
  return found != known.end() ? found->second : known.emplace(file.native(), read()).first->second;
}

std::vector<fs::path> files_in(const fs::path& folder) {
  return listing(&KeptFiles::Of::files, folder, [&] { return regular_files(fs::directory_iterator(folder)); });
}

std::vector<fs::path> files_below(const fs::path& folder) {
  return listing(&KeptFiles::Of::files_below, folder, [&] { return regular_files(fs::recursive_directory_iterator(folder)); });
}

std::vector<fs::path> folders_in(const fs::path& folder) {
  return listing(&KeptFiles::Of::folders, folder, [&] { return folders_directly_in(folder); });
}

std::vector<fs::path> folders_with(const fs::path& folder, std::string_view file) {
  std::vector<fs::path> folders = folders_in(folder);
  std::erase_if(folders, [&](const fs::path& inner) { return !fs::exists(inner / file); });
  return folders;
}

std::optional<NamedFile> taken_apart(const fs::path& path, const Pattern& pattern) {
  const std::string name = path.filename().string();
  const auto groups = pattern.match(name);
  if (groups.empty()) return std::nullopt;
  const auto group = [&](std::size_t i) { return std::string(groups.size() > i ? groups[i] : std::string_view()); };
  return NamedFile{path, group(1), group(2)};
}

std::vector<NamedFile> matching(const std::vector<fs::path>& paths, const Pattern& pattern) {
  std::vector<NamedFile> files;
  for (const fs::path& path : paths)
    if (auto file = taken_apart(path, pattern)) files.push_back(*std::move(file));
  return files;
}

void sort_by_version(std::vector<NamedFile>& files) {
  std::stable_sort(files.begin(), files.end(),
                   [](const NamedFile& a, const NamedFile& b) { return natural_less(a.version, b.version); });
}

bool has_marked_line(const fs::path& folder, bool (*is_mark)(std::string_view line)) {
  constexpr std::size_t enough = 5;  // a tool that needs its marks needs them in every file
  std::size_t seen = 0;
  for (const fs::path& path : files_in(folder)) {
    if (path.extension() != ".sql") continue;
    if (has_commented_line(*text_of(path), is_mark)) return true;
    if (++seen == enough) break;
  }
  return false;
}

fs::path find_nearby(const fs::path& folder, std::string_view file) {
  constexpr int farthest = 4;
  std::error_code unreadable;
  fs::path here = fs::absolute(folder, unreadable).lexically_normal();
  if (!here.has_filename()) here = here.parent_path();
  for (int up = 0; up < farthest && !here.empty(); ++up, here = here.parent_path())
    if (fs::is_regular_file(here / file, unreadable)) return here / file;
  return {};
}

bool is_mentioned_nearby(const fs::path& folder, std::string_view file, std::string_view text) {
  const fs::path found = find_nearby(folder, file);
  return !found.empty() && read_sql_file(found).find(text) != std::string::npos;
}

}  // namespace pgplumb
