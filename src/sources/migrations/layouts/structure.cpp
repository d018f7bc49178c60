// One file of SQL: a script, a dump, or what a tool printed, with the versions of the migrations that are in it. Rails' and
// Ecto's structure.sql and dbmate's schema.sql end with them; `alembic upgrade --sql` says each before its statements.
#include <pgplumb/pattern.h>

#include <optional>

#include "sources/migrations/layouts.h"
#include "sources/migrations/lines.h"
#include "sources/migrations/read_text.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

/// INSERT INTO "schema_migrations" (version) VALUES, in its spellings.
bool begins_versions(std::string_view line) {
  static const Pattern pattern(
      R"(^\s*INSERT INTO (?:"?\w+"?\.)?"?schema_migrations"? *\("?version"?(?:, *"?inserted_at"?)?\) VALUES)",
      Pattern::Letters::of_either_case);
  constexpr std::size_t longest = 200;  // beyond the words that are looked for stand versions
  return pattern.is_in(line.substr(0, longest));
}

/// `-- Running upgrade 1975ea83b712 -> 27c6a30d7c24`.
std::optional<std::string> revision_in(std::string_view line) {
  const std::string_view comment = comment_in(line);
  const std::size_t arrow = comment.find("-> ");
  if (!starts_with_words(comment, "running upgrade") || arrow == std::string_view::npos) return std::nullopt;
  const std::string_view to = trimmed(comment.substr(arrow + 3));
  return std::string(to.substr(0, to.find_first_of(", ")));
}

class VersionReader {
 public:
  std::vector<Chapter> read(std::string_view text) {
    for_each_line(text, [&](std::string_view line, std::size_t) {
      ++line_;
      if (const auto revision = revision_in(line)) begin_revision(*revision);
      in_insert_ = in_insert_ || begins_versions(line);
      if (!in_insert_) return;
      read_versions(line);
      in_insert_ = line.find(';') == std::string_view::npos;
    });
    if (in_revision_) versions_.back().lines.back().last = line_;
    return std::move(versions_);
  }

 private:
  void begin_revision(const std::string& revision) {
    if (in_revision_) versions_.back().lines.back().last = line_ - 1;
    versions_.push_back({revision, revision, {{line_, line_}}});
    in_revision_ = true;
  }

  /// `('20240101000000'),`: a version has the lines of its own row.
  void read_versions(std::string_view line) {
    static const Pattern pattern(R"(\(\s*'?(\d+)'?)");
    for (const auto& found : pattern.find_all(line)) {
      const std::string version(found[1]);
      versions_.push_back({version, version, {{line_, line_}}});
    }
  }

  std::vector<Chapter> versions_;
  std::uint32_t line_ = 0;
  bool in_insert_ = false, in_revision_ = false;
};

bool has_versions(std::string_view text) {
  bool found = false;
  for_each_line(text, [&](std::string_view line, std::size_t) { found = found || begins_versions(line); });
  return found;
}

bool is_structure_file(const fs::path& path) {
  return fs::is_regular_file(path) && path.extension() == ".sql" && has_versions(read_sql_file(path));
}

bool is_single_file(const fs::path& path) { return fs::is_regular_file(path) || fs::is_fifo(path); }

MigrationList list_single_file(const fs::path& path) { return {{{path.filename().string(), path}}}; }

UpPart take_with_versions(const SourceText& file, const MigrationFile&) {
  UpPart part = take_whole(file);
  part.chapters = VersionReader().read(file.text());
  return part;
}

}  // namespace

constinit const Layout structure_layout{
    "structure",       "a structure.sql of Rails or Ecto, a schema.sql of dbmate, with its versions",
    is_structure_file, list_single_file,
    RunsIn::session,   take_with_versions};

constinit const Layout file_layout{"file",          "one file of SQL: a pg_dump, a script, what `alembic upgrade --sql` printed",
                                   is_single_file,  list_single_file,
                                   RunsIn::session, take_with_versions};

}  // namespace pgplumb
