// Alembic: versions/REVISION_what.py, each behind the revision that it names as its down_revision.
#include <algorithm>
#include <set>
#include <utility>

#include "sources/migrations/folder.h"
#include "sources/migrations/layouts.h"
#include "sources/migrations/read_text.h"
#include "sources/migrations/scripts/script_part.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

struct Revision {
  fs::path path;
  std::string name;
  std::vector<std::string> behind;  ///< what it revises, and what it depends on
  std::vector<std::string> labels;  ///< of branches
};

/// The strings in `key = …`, with or without a type, up to the end of the line or of the brackets. Nothing is run.
std::vector<std::string> strings_of(const std::string& text, const std::string& key) {
  static const Pattern literal(R"re(["']([^"']*)["'])re");
  const Pattern assignment("(?:^|\n)" + key + R"((?::[^=\n]*)?\s*=\s*(\([^)]*\)|\[[^\]]*\]|\{[^}]*\}|[^\n#]*))");
  std::vector<std::string> values;
  const auto found = assignment.find(text);
  if (found.empty()) return values;
  for (const auto& groups : literal.find_all(found[1])) values.emplace_back(groups[1]);
  return values;
}

fs::path versions_of(const fs::path& path) { return fs::is_directory(path / "versions") ? path / "versions" : path; }

NotCompared remark(const Revision& revision, std::string why) {
  return {"migration file", std::move(why), {remember_file(revision.path.string()), 0, 0}, 1, revision.path.filename().string()};
}

/// The revisions of a folder, in which they may name one another by an identifier, the begin of one, or a branch's label.
class RevisionMap {
 public:
  explicit RevisionMap(const fs::path& path) {
    for (const fs::path& file : files_in(versions_of(path)))
      if (file.extension() == ".py") add(file, read_sql_file(file));
    for (Revision& revision : revisions_)
      for (std::string& name : revision.behind) name = resolve(name, revision);
  }

  bool is_empty() const { return revisions_.empty(); }

  /// As Alembic runs them.
  MigrationList in_order() && {
    open_circles();
    MigrationList list{{}, std::move(remarks_)};
    const std::vector<std::string> names = walk_down();
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
      const Revision& revision = *find(*name);
      list.files.push_back({revision.path.stem().string(), revision.path, revision.name, revision.behind});
    }
    return list;
  }

 private:
  void add(const fs::path& file, const std::string& text) {
    const auto names = strings_of(text, "revision");
    if (names.empty() || text.find("down_revision") == std::string::npos) return;
    Revision revision{file, names.front(), strings_of(text, "down_revision"), strings_of(text, "branch_labels")};
    for (const std::string& other : strings_of(text, "depends_on")) revision.behind.push_back(other);
    const auto has_name = [&](const Revision& other) { return other.name == revision.name; };
    if (std::any_of(revisions_.begin(), revisions_.end(), has_name))
      remarks_.push_back(
          remark(revision, "another file has its revision " + revision.name + ", too; Alembic runs only one of them"));
    else
      revisions_.push_back(std::move(revision));
  }

  /// The identifier that is meant; the name itself where there is none.
  std::string resolve(const std::string& name, const Revision& from) {
    constexpr std::size_t shortest = 4;  // that Alembic takes for the begin of an identifier
    for (const Revision& other : revisions_)
      if (other.name == name || std::find(other.labels.begin(), other.labels.end(), name) != other.labels.end())
        return other.name;
    for (const Revision& other : revisions_)
      if (name.size() >= shortest && other.name.starts_with(name)) return other.name;
    remarks_.push_back(remark(from, "no file here has the revision " + name + " that it names; Alembic refuses to run anything"));
    return name;
  }

  const Revision* find(const std::string& name) const {
    const auto found = std::find_if(revisions_.begin(), revisions_.end(), [&](const Revision& one) { return one.name == name; });
    return found == revisions_.end() ? nullptr : &*found;
  }

  /// All that must run before it, and itself.
  std::set<std::string> history_of(const std::string& name) const {
    std::set<std::string> found;
    std::vector<std::string> open{name};
    while (!open.empty()) {
      const std::string next = std::exchange(open.back(), {});
      open.pop_back();
      const Revision* revision = find(next);
      if (revision && found.insert(next).second) open.insert(open.end(), revision->behind.begin(), revision->behind.end());
    }
    return found;
  }

  void open_circles() {
    for (Revision& revision : revisions_) {
      const auto leads_back = [&](const std::string& name) { return history_of(name).contains(revision.name); };
      if (std::erase_if(revision.behind, leads_back) > 0)
        remarks_.push_back(remark(revision, "it leads back to itself by what it revises; Alembic refuses to run anything"));
    }
  }

  std::vector<std::string> heads() const {
    std::set<std::string> named;
    for (const Revision& revision : revisions_) named.insert(revision.behind.begin(), revision.behind.end());
    std::vector<std::string> heads;
    for (const Revision& revision : revisions_)
      if (!named.contains(revision.name)) heads.push_back(revision.name);
    return heads;
  }

  /// From the heads down, a branch to its end before the next one is begun; but what others need still comes below them.
  std::vector<std::string> walk_down() const {
    std::vector<std::string> lines = heads(), walked;
    std::size_t line = 0;
    while (!lines.empty()) {
      const std::string name = lines[line];
      const auto needs_it = std::find_if(lines.begin(), lines.end(), [&](const std::string& other) {
        return other != name && history_of(other).contains(name);
      });
      if (needs_it != lines.end()) {
        line = static_cast<std::size_t>(needs_it - lines.begin());
        continue;
      }
      walked.push_back(name);
      std::vector<std::string> below;
      for (const std::string& other : find(name)->behind)
        if (find(other) && std::find(walked.begin(), walked.end(), other) == walked.end() &&
            std::find(lines.begin(), lines.end(), other) == lines.end())
          below.push_back(other);
      if (below.empty()) {
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(line));
        line = line ? line - 1 : 0;
      } else {
        lines[line] = below.front();
        lines.insert(lines.end(), below.begin() + 1, below.end());
      }
    }
    return walked;
  }

  std::vector<Revision> revisions_;
  std::vector<NotCompared> remarks_;
};

bool is_alembic_folder(const fs::path& path) { return fs::is_directory(path) && !RevisionMap(path).is_empty(); }

MigrationList list_alembic_folder(const fs::path& path) { return RevisionMap(path).in_order(); }

UpPart cut(const SourceText& text, const MigrationFile& file) { return take_from_script(text, file.path, false); }

}  // namespace

constinit const Layout alembic_layout{"alembic",
                                      "versions/*.py, each behind its down_revision: the SQL in op.execute() and plain op calls",
                                      is_alembic_folder,
                                      list_alembic_folder,
                                      RunsIn::transaction_by_statement,
                                      cut};

}  // namespace pgplumb
