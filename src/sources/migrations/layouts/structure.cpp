// What a tool dumped with pg_dump, and the versions of the migrations that were in it: Rails' and Ecto's structure.sql, dbmate's
// schema.sql.
#include "sources/migrations/folder.h"
#include "sources/migrations/layouts.h"
#include "sources/migrations/lines.h"
#include "sources/migrations/read_text.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

/// INSERT INTO "schema_migrations" (version) VALUES, in its spellings.
const std::regex& version_insert() {
  static const std::regex pattern(
      R"(^\s*INSERT INTO (?:"?\w+"?\.)?"?schema_migrations"? *\("?version"?(?:, *"?inserted_at"?)?\) VALUES)", std::regex::icase);
  return pattern;
}

bool is_version_insert(std::string_view line) {
  return line.size() < 200 && std::regex_search(line.begin(), line.end(), version_insert());
}

bool is_structure_file(const fs::path& path) {
  return fs::is_regular_file(path) && path.extension() == ".sql" && has_line(read_sql_file(path), is_version_insert);
}

MigrationList list_structure_file(const fs::path& path) { return {{{path.filename().string(), path}}}; }

/// The numbers in the lines from the INSERT to its semicolon.
void read_versions(std::string_view line, std::uint32_t number, std::vector<Chapter>& versions) {
  static const std::regex pattern(R"(\(\s*'?(\d+)'?)");
  for (std::cregex_iterator found(line.data(), line.data() + line.size(), pattern), end; found != end; ++found)
    versions.push_back({(*found)[1].str(), (*found)[1].str(), number, number});
}

UpPart cut(const SourceText& file, const MigrationFile&) {
  UpPart part = take_whole(file);
  bool in_insert = false;
  std::uint32_t number = 0;
  for_each_line(file.text(), [&](std::string_view line, std::size_t) {
    ++number;
    in_insert |= is_version_insert(line);
    if (!in_insert) return;
    read_versions(line, number, part.chapters);
    in_insert = line.find(';') == std::string_view::npos;
  });
  return part;
}

}  // namespace

constinit const Layout structure_layout{"structure",
                                        "a structure.sql of Rails or Ecto, a schema.sql of dbmate, with its versions",
                                        "",
                                        is_structure_file,
                                        list_structure_file,
                                        cut};

}  // namespace pgplumb
