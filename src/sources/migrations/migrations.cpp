#include "sources/migrations/migrations.h"

#include <pgplumb/error.h>
#include <pgplumb/statements/replay.h>

#include <algorithm>
#include <iostream>

#include "history/tool.h"
#include "sources/extract.h"
#include "sources/migrations/client_encoding.h"
#include "sources/migrations/folder.h"
#include "sources/migrations/included_scripts.h"
#include "sources/migrations/layouts.h"
#include "sources/migrations/read_text.h"
#include "sources/migrations/scripts/language.h"
#include "sources/migrations/unread_files.h"
#include "sources/schema_alias.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view standard_input = "standard input";

Includer including(IncludedScripts& scripts) {
  return [&scripts](const std::string& path, bool is_relative, const std::string& by) {
    return scripts.find(path, is_relative, by);
  };
}

/// Replays one text after the other; finish() gives the catalog.
class HistoryReader {
 public:
  HistoryReader(const ReadOptions& options, Role role, std::string_view schema) : options_(options), replay_(draft_, schema) {
    replay_.include_with(including(included_));
    draft_.ask_extensions = extensions_of(options.servers);
    if (role == Role::model) return;  // what a model states in part is no list of all that may use it
    replay_.session().reads_owners = options.owners;
    replay_.session().reads_privileges = options.privileges;
  }

  void read(const MigrationFile& migration, const std::string& file, std::string text, const Layout& layout) {
    const SourceText whole(file, readable(file, text));
    const std::string* remembered = remember_file(file);
    if (!included_.may_begin(migration.path)) return note(migration, remembered, std::move(text));
    const RunsIn how = how_it_runs(layout, whole, migration);
    if (!layout.cut) {
      anything_stated_ |= !is_blank_sql(text);
      note(migration, remembered, std::move(text));
      return replay_.run(whole, how);
    }
    UpPart part = layout.cut(whole, migration);
    anything_stated_ |= !is_blank_sql(part.sql.text()) || !part.left_out.empty();
    note_migrations(migration, remembered, std::move(text), part.chapters);
    left_out_.insert(left_out_.end(), part.left_out.begin(), part.left_out.end());
    replay_.run(SourceText(file, whole.text(), std::move(part.sql)), how, part.remarks);
  }
  /// The file itself is named among what is left out.
  void doubt(const std::string& file, std::string text) {
    text = readable(file, std::move(text));
    const Remark all_of_it{Remark::Kind::doubtful, 0, text.size()};
    replay_.run(SourceText(file, std::move(text)), RunsIn::unknown, {&all_of_it, 1});
  }
  void begin_on(const Platform& platform) {
    platform_ = &platform;
    make_platform(platform, draft_, replay_);
  }
  void runs_once(const fs::path& file) { included_.runs_once(file); }
  void leave_out(std::vector<NotCompared> what) { left_out_ = std::move(what); }
  bool anything_stated() const { return anything_stated_; }

  Catalog finish() {
    replay_.end_session();
    if (platform_) claim_what_is_altered(*platform_, draft_, replay_.session().events);
    rename_in_draft(options_.alias, draft_);
    read_extract_as_servers_do(draft_, options_.servers);
    Catalog catalog = draft_.settle();
    replay_.report_to(catalog);
    if (platform_) set_platform_aside(*platform_, catalog);
    rename_in_words(options_.alias, catalog);
    catalog.not_compared.insert(catalog.not_compared.begin(), left_out_.begin(), left_out_.end());
    catalog.migrations = std::move(migrations_);
    return catalog;
  }

 private:
  void note(const MigrationFile& file, const std::string* remembered, std::string text) {
    migrations_.push_back({file.name, remembered, std::move(text), file.version, {}, file.behind, file.plan_entry});
  }

  void note_migrations(const MigrationFile& migration, const std::string* file, std::string text,
                       const std::vector<Chapter>& chapters) {
    if (chapters.empty()) note(migration, file, std::move(text));
    for (const Chapter& chapter : chapters)
      migrations_.push_back({chapter.name, file, chapter.text, chapter.version, chapter.lines});
  }

  const ReadOptions& options_;
  Draft draft_;
  Replay replay_;
  const Platform* platform_ = nullptr;
  std::vector<Migration> migrations_;
  std::vector<NotCompared> left_out_;
  IncludedScripts included_;
  bool anything_stated_ = false;
};

const Layout* recognise_layout(const fs::path& path) {
  const auto rows = layouts();
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Layout* layout) { return layout->recognise(path); });
  return found == rows.end() ? nullptr : *found;
}

const Layout& layout_of(const fs::path& path, const std::string& chosen) {
  const Position at{remember_file(path.string()), 0, 0};
  std::error_code ignored;
  if (!fs::exists(path, ignored)) throw Error("no such file or folder", at);
  if (!chosen.empty()) return layout_named(chosen);
  if (const Layout* layout = recognise_layout(path)) return *layout;
  throw Error("no migrations here", at, "a folder of .sql files is wanted, or Prisma's folders with a migration.sql each");
}

/// The command of the layout's tool, or the one that runs the script.
std::string deploy_of(const Layout& layout, const fs::path& path) {
  if (const HistoryTool* tool = tool_of_layout(layout.name)) return apply_command(*tool, path.string());
  const scripts::Language* language = scripts::language_of(path.extension().string());
  return language && !language->runs_with.empty() ? std::string(language->runs_with) + " " + path.string() : "";
}

/// A file by itself is no history, but what its marks part is parted.
const Layout& cutting_layout(const Layout& layout, std::string_view text, Source& source) {
  const Layout* marked = &layout == &file_layout ? layout_marked_in(text) : nullptr;
  if (!marked) return layout;
  source.layout += " of " + std::string(marked->name);
  return *marked;
}

/// Where unqualified names go.
std::string schema_of(const Layout& layout, const fs::path& path, const ReadOptions& options) {
  const std::string of_tool = layout.schema ? layout.schema(path, options) : "";
  if (!of_tool.empty()) return of_tool;
  return options.schema_of_migrations();
}

void read_path(HistoryReader& reader, const fs::path& path, const Layout& layout, Source& source) {
  source.layout = layout.name;
  source.deploy = deploy_of(layout, path);
  MigrationList list = layout.list(path);
  name_unread_files(path, list);
  if (list.files.empty())
    throw Error("no migrations here", {remember_file(path.string()), 0, 0},
                "layout " + source.layout + " is: " + std::string(layout.help));
  if (layout.platform) reader.begin_on(*layout.platform);
  reader.leave_out(std::move(list.left_out));
  if (layout.runs_in == RunsIn::unknown)
    for (const MigrationFile& file : list.files) reader.runs_once(file.path);
  for (const MigrationFile& file : list.files) {
    std::string text = *text_of(file.path);
    const Layout& cutting = cutting_layout(layout, text, source);
    reader.read(file, file.path.string(), std::move(text), cutting);
  }
  for (const fs::path& file : list.doubtful) reader.doubt(file.string(), read_sql_file(file));
}

void read_standard_input(HistoryReader& reader, Source& source) {
  source.layout = standard_input;
  const std::string name(standard_input);
  std::string text = read_sql_stream(std::cin);
  const Layout& cutting = cutting_layout(file_layout, text, source);
  reader.read({name, name}, name, std::move(text), cutting);
}

/// Whether the file is pending; of one that holds several migrations, whether any of them is.
bool is_pending(const Deploy& deploy, const MigrationFile& file, const std::vector<Chapter>& chapters) {
  const auto is_named = [&](const Chapter& chapter) { return deploy.names.contains(chapter.name); };
  return chapters.empty() ? deploy.names.contains(file.name) : std::any_of(chapters.begin(), chapters.end(), is_named);
}

/// What ran already is blanked out of the text, so that places stay true.
std::string only_pending(const Deploy& deploy, std::string text, const std::vector<Chapter>& chapters) {
  const auto ran = [&](std::uint32_t line) {
    return std::any_of(chapters.begin(), chapters.end(), [&](const Chapter& chapter) {
      const auto holds = [&](const Lines& lines) { return lines.first <= line && line <= lines.last; };
      return !deploy.names.contains(chapter.name) && std::any_of(chapter.lines.begin(), chapter.lines.end(), holds);
    });
  };
  std::uint32_t line = 1;
  bool is_blanked = ran(line);
  for (char& letter : text) {
    if (letter == '\n')
      is_blanked = ran(++line);
    else if (is_blanked)
      letter = ' ';
  }
  return text;
}

bool has_unread(const Catalog& catalog) {
  return std::any_of(catalog.problems.begin(), catalog.problems.end(),
                     [](const StatementProblem& problem) { return problem.kind == StatementProblem::Kind::unread; });
}

}  // namespace

std::string schema_of_migrations(const Deploy& deploy, const ReadOptions& options) {
  const fs::path path = deploy.migrations.text;
  return schema_of(layout_of(path, options.layout), path, options);
}

Deployed deploy_migrations(const Deploy& deploy, const ReadOptions& options, Replay& replay) {
  const KeptFiles files;
  const fs::path path = deploy.migrations.text;
  const Layout& layout = layout_of(path, options.layout);
  Deployed deployed;
  IncludedScripts included;
  replay.include_with(including(included));
  for (const MigrationFile& file : layout.list(path).files) {
    const SourceText whole(file.path.string(), in_utf8(read_sql_file(file.path)));
    UpPart part = layout.cut ? layout.cut(whole, file) : take_whole(whole);
    if (!is_pending(deploy, file, part.chapters)) continue;
    if (!deployed.failed.empty()) {
      deployed.behind.push_back(file.name);
      continue;
    }
    const SourceText pending(file.path.string(), only_pending(deploy, std::string(whole.text()), part.chapters));
    if (!part.chapters.empty()) part = layout.cut(pending, file);
    included.may_begin(file.path);
    const bool is_done = replay.deploy(SourceText(file.path.string(), pending.text(), std::move(part.sql)),
                                       how_it_runs(layout, whole, file), part.remarks);
    (is_done ? deployed.done.emplace_back() : deployed.failed) = file.name;
  }
  replay.end_session();
  replay.include_with({});
  return deployed;
}

bool is_migrations_folder(const std::string& path) try {
  const KeptFiles files;
  return fs::is_directory(path) && recognise_layout(path);
} catch (const fs::filesystem_error&) {
  return false;
}

void read_migrations(const Place& place, const ReadOptions& options, Source& source) try {
  const KeptFiles files;
  const bool is_stream = place.type == PlaceType::standard_input;
  const std::string chosen = place.type == PlaceType::migrations ? options.layout : "";
  const Layout& layout = is_stream ? file_layout : layout_of(place.text, chosen);
  HistoryReader reader(options, source.role, schema_of(layout, place.text, options));
  if (is_stream)
    read_standard_input(reader, source);
  else
    read_path(reader, place.text, layout, source);
  if (!reader.anything_stated()) throw Error("there is no statement here: it is empty", {remember_file(place.display), 0, 0});
  source.catalog = reader.finish();
  if (has_unread(source.catalog)) source.state = Source::State::in_part;
} catch (const fs::filesystem_error& error) {
  throw Error(error.code().message(), {remember_file(error.path1().string()), 0, 0});
}

}  // namespace pgplumb
