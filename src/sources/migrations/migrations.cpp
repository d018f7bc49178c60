#include "sources/migrations/migrations.h"

#include <pgplumb/error.h>
#include <pgplumb/statements/replay.h>

#include <algorithm>
#include <iostream>

#include "sources/migrations/layouts.h"
#include "sources/migrations/read_text.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view standard_input = "standard input";

/// Replays one text after the other; finish() gives the catalog.
class HistoryReader {
 public:
  explicit HistoryReader(const ReadOptions& options) : replay_(draft_, options.default_schema) {}

  void read(const std::string& name, const std::string& file, std::string text) {
    require_text(file, text);
    anything_stated_ |= !is_blank_sql(text);
    migrations_.push_back({name, remember_file(file), text});
    const SourceText script(file, std::move(text));
    replay_.run(script);
  }
  bool anything_stated() const { return anything_stated_; }

  Catalog finish(std::vector<NotCompared> left_out) {
    Catalog catalog = draft_.settle();
    replay_.report_to(catalog);
    catalog.not_compared.insert(catalog.not_compared.begin(), left_out.begin(), left_out.end());
    catalog.migrations = std::move(migrations_);
    return catalog;
  }

 private:
  Draft draft_;
  Replay replay_;
  std::vector<Migration> migrations_;
  bool anything_stated_ = false;
};

const Layout& recognise_layout(const fs::path& path) {
  const Position at{remember_file(path.string()), 0, 0};
  std::error_code ignored;
  if (!fs::exists(path, ignored)) throw Error("no such file or folder", at);
  const auto rows = layouts();
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Layout& layout) { return layout.recognise(path); });
  if (found == rows.end())
    throw Error("no migrations here", at, "a folder of .sql files is wanted, or Prisma's folders with a migration.sql each");
  return *found;
}

void read_listed(HistoryReader& reader, const MigrationList& list, const fs::path& path) {
  if (list.files.empty())
    throw Error("no migrations here", {remember_file(path.string()), 0, 0}, "no folder below has a migration.sql");
  for (const MigrationFile& file : list.files) reader.read(file.name, file.path.string(), read_sql_file(file.path));
}

/// Gives what stands among the migrations and is none.
std::vector<NotCompared> read_path(HistoryReader& reader, const fs::path& path, Source& source) try {
  const Layout& layout = recognise_layout(path);
  source.layout = layout.name;
  if (layout.name == "prisma") source.deploy = "npx prisma migrate deploy";
  MigrationList list = layout.list(path);
  read_listed(reader, list, path);
  return std::move(list.left_out);
} catch (const fs::filesystem_error& error) {
  throw Error(error.code().message(), {remember_file(error.path1().string()), 0, 0});
}

bool has_unread(const Catalog& catalog) {
  return std::any_of(catalog.problems.begin(), catalog.problems.end(),
                     [](const StatementProblem& problem) { return problem.kind == StatementProblem::Kind::unread; });
}

}  // namespace

bool is_migrations_folder(const std::string& path) {
  std::error_code ignored;
  if (!fs::is_directory(path, ignored)) return false;
  const auto rows = layouts();
  return std::any_of(rows.begin(), rows.end(), [&](const Layout& layout) { return layout.recognise(path); });
}

void read_migrations(const Place& place, const ReadOptions& options, Source& source) {
  HistoryReader reader(options);
  std::vector<NotCompared> left_out;
  if (place.type == PlaceType::standard_input) {
    source.layout = standard_input;
    reader.read(std::string(standard_input), std::string(standard_input), read_sql_stream(std::cin));
  } else {
    left_out = read_path(reader, place.text, source);
  }
  if (!reader.anything_stated()) throw Error("there is no statement here: it is empty", {remember_file(place.display), 0, 0});
  source.catalog = reader.finish(std::move(left_out));
  if (has_unread(source.catalog)) source.state = Source::State::in_part;
}

}  // namespace pgplumb
