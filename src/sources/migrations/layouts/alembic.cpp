// Alembic: versions/REVISION_what.py, each behind the revision that it names as its down_revision.
#include <algorithm>
#include <set>

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

  /// Each behind all that it names; of several that could come next, the first by file name.
  MigrationList in_order() && {
    MigrationList list{{}, std::move(remarks_)};
    std::set<std::string> known, done;
    for (const Revision& revision : revisions_) known.insert(revision.name);
    const auto is_ready = [&](const Revision& revision) {
      return std::all_of(revision.behind.begin(), revision.behind.end(),
                         [&](const std::string& name) { return done.contains(name) || !known.contains(name); });
    };
    while (!revisions_.empty()) {
      auto next = std::find_if(revisions_.begin(), revisions_.end(), is_ready);
      if (next == revisions_.end()) {
        next = revisions_.begin();
        list.left_out.push_back(remark(*next, "it leads back to itself by what it revises; Alembic refuses to run anything"));
      }
      done.insert(next->name);
      list.files.push_back({next->path.stem().string(), next->path, next->name, next->behind});
      revisions_.erase(next);
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

  std::vector<Revision> revisions_;
  std::vector<NotCompared> remarks_;
};

bool is_alembic_folder(const fs::path& path) { return fs::is_directory(path) && !RevisionMap(path).is_empty(); }

MigrationList list_alembic_folder(const fs::path& path) { return RevisionMap(path).in_order(); }

UpPart cut(const SourceText& text, const MigrationFile& file) { return take_from_script(text, file.path, false); }

}  // namespace

constinit const Layout alembic_layout{"alembic",
                                      "versions/*.py, each behind its down_revision: the SQL in op.execute() and plain op calls",
                                      is_alembic_folder, list_alembic_folder, cut};

}  // namespace pgplumb
