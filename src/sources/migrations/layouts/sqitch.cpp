// Sqitch: deploy/CHANGE.sql in the order of sqitch.plan.
#include <pgplumb/error.h>

#include <map>
#include <sstream>

#include "sources/migrations/folder.h"
#include "sources/migrations/layouts.h"
#include "sources/migrations/lines.h"
#include "sources/migrations/read_text.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

constexpr const char* plan_file = "sqitch.plan";

bool is_sqitch_folder(const fs::path& path) { return fs::is_directory(path) && fs::exists(path / plan_file); }

/// One line of the plan: a change, a tag, or neither.
struct PlanLine {
  std::string change, tag;
};

PlanLine read_plan_line(std::string_view line) {
  line = trimmed(line.substr(0, line.find('#')));
  const std::string word(line.substr(0, line.find_first_of(" \t[")));
  if (word.empty() || word.starts_with('%') || word.starts_with('-')) return {};
  if (word.starts_with('@')) return {{}, word};
  return {word.starts_with('+') ? word.substr(1) : word, {}};
}

/// A change that is reworked later runs as CHANGE@TAG.sql, with the tag that stands between the two.
struct PlannedChange {
  std::string name;
  std::string script;
};

std::vector<PlannedChange> read_plan(const fs::path& plan) {
  std::vector<PlannedChange> changes;
  std::istringstream lines(read_sql_file(plan));
  std::map<std::string, std::size_t, std::less<>> newest;
  std::map<std::string, std::string, std::less<>> tag_after;  // the first tag behind each change
  for (std::string line; std::getline(lines, line);) {
    const PlanLine read = read_plan_line(line);
    if (!read.tag.empty())
      for (const auto& [name, index] : newest) tag_after.emplace(name, read.tag);
    if (read.change.empty()) continue;
    if (const auto earlier = newest.find(read.change); earlier != newest.end())
      changes[earlier->second].script = read.change + tag_after[read.change];
    newest[read.change] = changes.size();
    tag_after.erase(read.change);
    changes.push_back({read.change, read.change});
  }
  return changes;
}

/// `plan_file`, `top_dir` and the like of sqitch.conf are Sqitch's defaults here.
MigrationList list_sqitch_folder(const fs::path& path) {
  MigrationList list;
  for (const PlannedChange& change : read_plan(path / plan_file)) {
    const fs::path script = path / "deploy" / (change.script + ".sql");
    if (!fs::exists(script))
      throw Error("change " + change.name + " of the plan has no script", {remember_file(script.string()), 0, 0});
    list.files.push_back({change.name, script});
  }
  return list;
}

}  // namespace

constinit const Layout sqitch_layout{"sqitch", "deploy/*.sql in the order of sqitch.plan", "sqitch deploy", is_sqitch_folder,
                                     list_sqitch_folder};

}  // namespace pgplumb
