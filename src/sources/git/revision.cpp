#include "sources/git/revision.h"

#include <pgplumb/error.h>
#include <pgplumb/position.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <vector>

#include "sources/git/command.h"

namespace pgplumb {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view scheme = "git:";

/// Removed with all that is in it when the process ends.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "pgplumb-git-XXXXXX").string();
    if (!mkdtemp(name.data())) throw Error("no temporary folder can be made in " + fs::temp_directory_path().string());
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

[[noreturn]] void refuse(const std::string& place, const std::string& what_git_says) {
  throw Error(place + ": " + what_git_says.substr(0, what_git_says.find('\n')), {},
              "git:REVISION:PATH, as in git:main:prisma/schema.prisma");
}

std::string ask_git(const std::string& place, std::vector<std::string> arguments) {
  GitAnswer answer = run_git(std::move(arguments));
  if (!answer.good) refuse(place, answer.text);
  if (answer.text.ends_with('\n')) answer.text.pop_back();
  return answer.text;
}

}  // namespace

bool is_in_git(std::string_view place) { return place.starts_with(scheme); }

std::string check_out(const std::string& place) {
  static std::vector<std::unique_ptr<TemporaryFolder>> folders;  // until the process ends
  const std::string rest = place.substr(scheme.size());
  const std::size_t colon = rest.find(':');
  if (colon == std::string::npos || colon == 0 || rest.starts_with('-') || colon + 1 == rest.size())
    refuse(place, "no revision and path");
  const std::string revision = rest.substr(0, colon), path = rest.substr(colon + 1);
  const std::string repository = ask_git(place, {"rev-parse", "--absolute-git-dir"}),
                    below = ask_git(place, {"rev-parse", "--show-prefix"});
  if (!run_git({"rev-parse", "--verify", "--quiet", revision + "^{commit}"}).good)
    refuse(place, "there is no revision " + revision);
  const fs::path& folder = folders.emplace_back(std::make_unique<TemporaryFolder>())->path();
  const fs::path files = folder / "files";
  fs::create_directory(files);
  const bool found = run_git({"--git-dir=" + repository, "--work-tree=" + files.string(), "checkout", "--quiet", revision, "--",
                              ":(top,literal)" + below + path},
                             {"GIT_INDEX_FILE=" + (folder / "index").string()})
                         .good;
  if (!found) refuse(place, revision + " has no " + below + path);
  name_folder((files / below).string(), std::string(scheme) + revision + ":");
  return (files / below / path).string();
}

}  // namespace pgplumb
