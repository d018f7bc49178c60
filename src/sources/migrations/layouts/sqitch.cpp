// Sqitch: deploy/CHANGE.sql in the order of sqitch.plan.
#include <pgplumb/error.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "history/tools/sqitch_change_id.h"
#include "sources/migrations/folder.h"
#include "sources/migrations/layouts.h"
#include "sources/migrations/layouts/sqitch_project.h"
#include "sources/migrations/lines.h"
#include "sources/migrations/read_text.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

/// Also where sqitch.conf has the plan elsewhere, and it is not there.
bool is_sqitch_folder(const fs::path& path) {
  return fs::is_directory(path) && (fs::exists(sqitch_project(path).plan) || fs::exists(path / "sqitch.plan"));
}

/// One line of the plan: a change, a tag, or neither.
struct PlanLine {
  SqitchChange change;
  std::string tag;
};

/// What the line's escapes stand for.
std::string unescaped(std::string_view note) {
  std::string text;
  for (std::size_t i = 0; i < note.size(); ++i) {
    const char next = note[i] == '\\' && i + 1 < note.size() ? note[i + 1] : '\0';
    const bool is_escape = next == 'n' || next == 'r' || next == '\\';
    text += !is_escape ? note[i] : next == 'n' ? '\n' : next == 'r' ? '\r' : '\\';
    i += is_escape;
  }
  return text;
}

/// What stands before the letter, without blanks around it; `text` goes on behind it.
std::string_view take_until(std::string_view& text, char letter) {
  const std::size_t end = std::min(text.find(letter), text.size());
  const std::string_view taken = trimmed(text.substr(0, end));
  text.remove_prefix(std::min(end + 1, text.size()));
  return taken;
}

/// `[users !old other:change]`.
void read_dependencies(std::string_view names, SqitchChange& change) {
  for (names = trimmed(names); !names.empty(); names = trimmed(names)) {
    const std::string_view name = take_until(names, ' ');
    if (name.starts_with('!'))
      change.conflicting.emplace_back(name.substr(1));
    else
      change.required.emplace_back(name);
  }
}

/// `name [dependencies] 2024-01-01T00:00:00Z Planner <address> # note`.
PlanLine read_plan_line(std::string_view line) {
  std::string_view before_note = line.substr(0, line.find('#'));
  const std::string_view note = trimmed(line.substr(std::min(before_note.size() + 1, line.size())));
  before_note = trimmed(before_note);
  std::string word(before_note.substr(0, before_note.find_first_of(" \t[")));
  if (word.empty() || word.starts_with('%') || word.starts_with('-')) return {};
  if (word.starts_with('@')) return {{}, word};
  PlanLine read;
  before_note = trimmed(before_note.substr(word.size()));
  read.change.name = word.starts_with('+') ? word.substr(1) : word;
  if (before_note.starts_with('[')) read_dependencies(take_until(before_note, ']').substr(1), read.change);
  before_note = trimmed(before_note);
  read.change.date = take_until(before_note, ' ');
  read.change.planner = trimmed(before_note);
  read.change.note = unescaped(note);
  return read;
}

/// The value of `%name=value`; "" where the line is no such one.
std::string pragma_in(std::string_view line, std::string_view name) {
  line = trimmed(line);
  if (!line.starts_with('%')) return {};
  line.remove_prefix(1);
  return take_until(line, '=') == name ? std::string(trimmed(line)) : "";
}

/// A change that is reworked later runs as CHANGE@TAG.sql, with a tag that stands between the two.
struct PlannedChange {
  SqitchChange change;
  std::string script;
  std::string key;  ///< see the records of Sqitch
};

fs::path script_path(const SqitchProject& project, const std::string& script) { return project.deploy / (script + ".sql"); }

class PlanReader {
 public:
  explicit PlanReader(const SqitchProject& project) : paths_(project) {}

  std::vector<PlannedChange> read() {
    std::istringstream lines(read_sql_file(paths_.plan));
    for (std::string line; std::getline(lines, line);) {
      if (std::string found = pragma_in(line, "project"); !found.empty()) project_ = found;
      if (std::string found = pragma_in(line, "uri"); !found.empty()) uri_ = found;
      take(read_plan_line(line));
    }
    return std::move(changes_);
  }

 private:
  void take(PlanLine line) {
    if (!line.tag.empty())
      for (const auto& [name, times] : planned_) tags_after_[name].push_back(line.tag);
    if (line.change.name.empty()) return;
    const std::string name = line.change.name;
    std::vector<std::size_t>& times = planned_[name];
    if (!times.empty()) changes_[times.back()].script = reworked_script(name);
    times.push_back(changes_.size());
    tags_after_.erase(name);
    line.change.project = project_;
    line.change.uri = uri_;
    const std::string time = times.size() > 1 ? ":" + std::to_string(times.size()) : "";
    changes_.push_back({std::move(line.change), name, project_ + ":" + name + time});
  }

  /// With the newest of the tags that has a script, as Sqitch looks for it.
  std::string reworked_script(const std::string& name) const {
    const auto tags = tags_after_.find(name);
    if (tags == tags_after_.end()) return name;
    const auto has_script = [&](const std::string& tag) { return fs::exists(script_path(paths_, name + tag)); };
    const auto found = std::find_if(tags->second.rbegin(), tags->second.rend(), has_script);
    return name + (found == tags->second.rend() ? tags->second.back() : *found);
  }

  const SqitchProject& paths_;
  std::string project_, uri_;
  std::vector<PlannedChange> changes_;
  std::map<std::string, std::vector<std::size_t>> planned_;     // where each change stands
  std::map<std::string, std::vector<std::string>> tags_after_;  // those behind each change, so far
};

MigrationList list_sqitch_folder(const fs::path& path) {
  MigrationList list;
  const SqitchProject project = sqitch_project(path);
  if (!fs::exists(project.plan))
    throw Error("sqitch.conf has the plan at " + project.plan.lexically_relative(path).generic_string() + ", where it is not",
                {remember_file((path / "sqitch.conf").string()), 0, 0},
                "a sqitch.plan stands beside sqitch.conf: its top_dir or plan_file leads elsewhere");
  for (const PlannedChange& planned : PlanReader(project).read()) {
    const fs::path script = script_path(project, planned.script);
    if (!fs::exists(script))
      throw Error("change " + planned.change.name + " of the plan has no script", {remember_file(script.string()), 0, 0});
    list.files.push_back({planned.script, script, planned.key, {}, planned.change.entry()});
  }
  return list;
}

}  // namespace

constinit const Layout sqitch_layout{"sqitch", "deploy/*.sql in the order of sqitch.plan, where sqitch.conf has them",
                                     is_sqitch_folder, list_sqitch_folder, RunsIn::session};

}  // namespace pgplumb
