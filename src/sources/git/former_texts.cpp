#include "sources/git/former_texts.h"

#include <pgplumb/error.h>

#include <filesystem>
#include <map>
#include <sstream>

#include "sources/git/command.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

std::vector<FormerText> ask_git(const fs::path& path) try {
  const std::string most = "--max-count=20";
  const std::string folder = path.parent_path().string(), name = path.filename().string();
  const GitAnswer log = run_git({"-C", folder, "log", most, "--format=%h", "--", ":(literal)" + name});
  std::vector<FormerText> texts;
  if (!log.good) return texts;
  std::istringstream revisions(log.text);
  for (std::string revision; std::getline(revisions, revision);) {
    GitAnswer text = run_git({"-C", folder, "show", revision + ":./" + name});
    if (text.good) texts.push_back({revision, std::move(text.text)});
  }
  return texts;
} catch (const Error&) {  // there is no git
  return {};
}

}  // namespace

std::vector<FormerText> read_former_texts(const std::string& file) {
  static std::map<fs::path, std::vector<FormerText>> known;  // each model and each tenant asks again
  std::error_code unreadable;
  const fs::path path = fs::absolute(file, unreadable);
  if (!fs::is_regular_file(path, unreadable)) return {};
  const auto [place, is_new] = known.try_emplace(path);
  if (is_new) place->second = ask_git(path);
  return place->second;
}

}  // namespace pgplumb
