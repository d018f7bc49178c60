// Alembic: versions/REVISION_what.py, each behind the revision that it names as its down_revision.
#include <algorithm>
#include <map>
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
  std::vector<std::string> behind;
};

/// The strings in `key = …`, with or without a type, up to the end of the line or of the parentheses.
std::vector<std::string> strings_of(const std::string& text, const std::string& key) {
  static const std::regex literal(R"re(["']([^"']*)["'])re");
  const std::regex assignment("(?:^|\n)" + key + R"((?::[^=\n]*)?\s*=\s*(\([^)]*\)|[^\n#]*))");
  std::smatch found;
  std::vector<std::string> values;
  if (!std::regex_search(text, found, assignment)) return values;
  const std::string value = found[1].str();
  for (std::sregex_iterator at(value.begin(), value.end(), literal), end; at != end; ++at) values.push_back(at->str(1));
  return values;
}

fs::path versions_of(const fs::path& path) { return fs::is_directory(path / "versions") ? path / "versions" : path; }

std::vector<Revision> revisions_in(const fs::path& path) {
  std::vector<Revision> revisions;
  for (const fs::path& file : files_in(versions_of(path))) {
    if (file.extension() != ".py") continue;
    const std::string text = read_sql_file(file);
    const auto names = strings_of(text, "revision");
    if (names.empty() || text.find("down_revision") == std::string::npos) continue;
    Revision revision{file, names.front(), strings_of(text, "down_revision")};
    for (const std::string& other : strings_of(text, "depends_on")) revision.behind.push_back(other);
    revisions.push_back(std::move(revision));
  }
  return revisions;
}

bool is_alembic_folder(const fs::path& path) { return fs::is_directory(path) && !revisions_in(path).empty(); }

/// Each behind all that it names; of several that could come next, the first by file name.
MigrationList list_alembic_folder(const fs::path& path) {
  std::vector<Revision> waiting = revisions_in(path);
  std::set<std::string> known, done;
  for (const Revision& revision : waiting) known.insert(revision.name);
  MigrationList list;
  while (!waiting.empty()) {
    auto next = std::find_if(waiting.begin(), waiting.end(), [&](const Revision& revision) {
      return std::all_of(revision.behind.begin(), revision.behind.end(),
                         [&](const std::string& name) { return done.contains(name) || !known.contains(name); });
    });
    if (next == waiting.end()) next = waiting.begin();  // a circle, which Alembic itself refuses
    done.insert(next->name);
    list.files.push_back({next->path.stem().string(), next->path, next->name});
    waiting.erase(next);
  }
  return list;
}

UpPart cut(const SourceText& text, const MigrationFile& file) { return take_from_script(text, file.path, false); }

}  // namespace

constinit const Layout alembic_layout{"alembic",
                                      "versions/*.py, each behind its down_revision: the SQL in op.execute() and plain op calls",
                                      "alembic upgrade head",
                                      is_alembic_folder,
                                      list_alembic_folder,
                                      cut};

}  // namespace pgplumb
