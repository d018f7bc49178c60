// Liquibase's formatted SQL: changesets in one file, or in the files of a folder in the order of their names.
#include <algorithm>
#include <fstream>
#include <optional>

#include "sources/migrations/folder.h"
#include "sources/migrations/layouts.h"
#include "sources/migrations/lines.h"
#include "sources/migrations/placeholders.h"
#include "sources/migrations/read_text.h"

namespace pgplumb {

namespace fs = std::filesystem;

namespace {

bool is_formatted(const fs::path& path) {
  if (path.extension() != ".sql") return false;
  std::ifstream file(path);
  std::string line;
  while (std::getline(file, line) && trimmed(line).empty()) continue;
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  const std::string_view first = std::string_view(line).substr(line.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  return starts_with_words(comment_in(first), "liquibase formatted sql");
}

std::vector<fs::path> formatted_below(const fs::path& path) {
  std::vector<fs::path> files = files_below(path);
  std::erase_if(files, [](const fs::path& file) { return !is_formatted(file); });
  // includeAll orders by the whole path.
  std::sort(files.begin(), files.end());
  return files;
}

bool is_liquibase(const fs::path& path) {
  if (fs::is_directory(path)) return !formatted_below(path).empty();
  return fs::is_regular_file(path) && is_formatted(path);
}

/// "" where it is nothing that Liquibase might run.
std::string why_unread(const fs::path& file) {
  static const Pattern changelog(R"(\.(?:xml|ya?ml|json))");
  if (file.extension() == ".sql") return "it is no formatted SQL, and whether another changelog runs it is not known";
  const bool is_changelog =
      changelog.matches(file.extension().string()) && read_sql_file(file).find("databaseChangeLog") != std::string::npos;
  return is_changelog ? "only changelogs of formatted SQL are read; `liquibase update-sql` prints what the others do" : "";
}

MigrationList list_liquibase(const fs::path& path) {
  if (!fs::is_directory(path)) return {{{path.filename().string(), path}}};
  MigrationList list;
  for (const fs::path& file : formatted_below(path)) list.files.push_back({fs::relative(file, path).string(), file});
  for (const fs::path& file : files_below(path)) {
    const std::string why = is_formatted(file) ? "" : why_unread(file);
    if (why.empty()) continue;
    list.left_out.push_back({"migration file", why, {remember_file(file.string()), 0, 0}, 1, file.filename().string()});
    if (file.extension() == ".sql") list.doubtful.push_back(file);
  }
  return list;
}

/// `--changeset author:id attribute:value …`.
struct Changeset {
  std::string author, id;
  std::map<std::string, std::string, std::less<>> attributes;
};

std::optional<Changeset> read_changeset(std::string_view comment) {
  static const Pattern pattern(R"re(changeset\s+("[^"]+"|[^:]+):\s*("[^"]+"|\S+)(.*))re", Pattern::Letters::of_either_case);
  static const Pattern attribute(R"re((\w+):\s*("[^"]*"|\S+))re");
  const auto found = pattern.match(comment);
  if (found.empty()) return std::nullopt;
  const auto unquoted = [](std::string_view quoted) {
    std::string text(quoted);
    std::erase(text, '"');
    return text;
  };
  Changeset changeset{unquoted(found[1]), unquoted(found[2]), {}};
  for (const auto& groups : attribute.find_all(found[3])) changeset.attributes[std::string(groups[1])] = unquoted(groups[2]);
  return changeset;
}

std::string attribute_of(const Changeset& changeset, std::string_view name) {
  const auto found = changeset.attributes.find(name);
  return found == changeset.attributes.end() ? "" : found->second;
}

/// `dbms:postgresql,h2`, `dbms:!oracle`; "" and "all" are for every one.
bool is_for_postgresql(const std::string& dbms) {
  if (dbms.empty() || dbms.find("all") != std::string::npos) return true;
  const bool is_named = dbms.find("postgresql") != std::string::npos;
  return dbms.find('!') != std::string::npos ? dbms.find("!postgresql") == std::string::npos : is_named;
}

/// Between `/* liquibase rollback` and the line that ends with `*/`.
bool begins_rollback(std::string_view line) {
  static const Pattern pattern(R"(\s*/\*\s*liquibase\s*rollback\s*)", Pattern::Letters::of_either_case);
  return pattern.matches(line);
}
bool ends_comment(std::string_view line) { return trimmed(line).ends_with("*/"); }

/// `\nGO`: one that stands in a line of its own ends lines as well.
std::string delimiter_in(std::string written) {
  constexpr std::string_view line_break = "\\n";
  while (written.starts_with(line_break)) written.erase(0, line_break.size());
  while (written.ends_with(line_break)) written.resize(written.size() - line_break.size());
  return written;
}

/// What `--property` lines say of one name. The first that applies counts.
struct Property {
  std::string value;
  bool depends = false;    ///< on the contexts or labels that Liquibase is run with
  bool is_decided = true;  ///< else another one, which may apply as well, says something else
};

/// Reads a file line by line, as Liquibase's FormattedSqlChangeLogParser does.
class ChangelogReader {
 public:
  explicit ChangelogReader(const SourceText& file) : file_(file) {}

  UpPart read() {
    for_each_line(file_.text(), [&](std::string_view line, std::size_t begin) {
      ++line_;
      read_line(line, begin);
    });
    end_changeset(line_);
    resolve_placeholders(part_, dollar_braces(), property_values());
    return std::move(part_);
  }

 private:
  void read_line(std::string_view line, std::size_t begin) {
    const std::string_view comment = comment_in(line);
    if (starts_with_words(comment, "ignorelines")) return ignore_lines(comment);
    if (ignored_lines_ > 0) return static_cast<void>(--ignored_lines_);
    if (ignores_) return;
    if (in_rollback_ || begins_rollback(line)) return read_rollback(line);
    if (const auto changeset = read_changeset(comment)) return begin_changeset(*changeset, line);
    if (starts_with_words(comment, "property")) return read_property(comment);
    if (runs_) part_.chapters.back().text += line;
    if (starts_with_words(comment, "preconditions")) has_precondition_ = true;
    if (starts_with_words(comment, "include") || starts_with_words(comment, "includeall"))
      part_.left_out.push_back({"include of another changelog", "name that file, or the folder of both", file_.at(begin)});
    if (runs_) append(line, begin);
  }

  /// `--ignoreLines:start` up to `--ignoreLines:end`, or a number of lines.
  void ignore_lines(std::string_view comment) {
    const std::string_view what = trimmed(comment.substr(comment.find(':') + 1));
    ignores_ = starts_with_words(what, "start");
    if (!what.empty() && what.front() >= '0' && what.front() <= '9') ignored_lines_ = std::stoul(std::string(what.substr(0, 6)));
  }

  /// It runs on the way back alone; the text of the changeset has it all the same.
  void read_rollback(std::string_view line) {
    if (runs_) part_.chapters.back().text += line;
    in_rollback_ = !ends_comment(line);
  }

  void begin_changeset(const Changeset& changeset, std::string_view line) {
    end_changeset(line_ - 1);
    const std::string dbms = attribute_of(changeset, "dbms");
    runs_ = is_for_postgresql(dbms) && attribute_of(changeset, "ignore") != "true";
    in_transaction_ = attribute_of(changeset, "runInTransaction") != "false";
    delimiter_ = delimiter_in(attribute_of(changeset, "endDelimiter"));
    if (runs_)
      part_.chapters.push_back({changeset.author + ":" + changeset.id, changeset.id, {{line_, line_}}, std::string(line)});
    begins_at_ = part_.sql.text().size();
    if (!runs_)
      part_.left_out.push_back({"changeset " + changeset.author + ":" + changeset.id,
                                dbms.empty() ? "it says that it is to be ignored" : "it is for " + dbms,
                                {file_.file(), line_, 1}});
  }

  void end_changeset(std::uint32_t last_line) {
    if (!runs_) return;
    part_.chapters.back().lines.back().last = last_line;
    end_statement();
    if (in_transaction_) part_.remarks.push_back({Remark::Kind::transaction, begins_at_, part_.sql.text().size()});
    if (has_precondition_) part_.remarks.push_back({Remark::Kind::guarded, begins_at_, part_.sql.text().size()});
    has_precondition_ = runs_ = false;
  }

  /// Each changeset is run apart from the next: a `;` at its end is not needed.
  void end_statement() { part_.sql.append_made("\n;\n", part_.sql.origin_of(part_.sql.text().size())); }

  /// A delimiter of its own becomes a semicolon.
  void append(std::string_view line, std::size_t begin) {
    const std::string_view text = trimmed(line);
    const bool ends_so = !delimiter_.empty() && delimiter_ != ";" && text.ends_with(delimiter_) && !ends_comment(line);
    if (!ends_so) return part_.sql.append(line, begin);
    const auto at = static_cast<std::size_t>(text.data() - line.data()) + text.size() - delimiter_.size();
    part_.sql.append(line.substr(0, at), begin);
    part_.sql.append(";\n", begin + at);
  }

  /// `--property name:x value:y dbms:postgresql context:test`: each a word, quotes and all.
  void read_property(std::string_view comment) {
    const auto attribute = [&](const Pattern& pattern) {
      const auto found = pattern.match(comment);
      return found.empty() ? std::string() : std::string(found[1]);
    };
    constexpr auto letters = Pattern::Letters::of_either_case;
    static const Pattern name(R"(.*name:\s*(\S+).*)", letters), value(R"(.*value:\s*(\S+).*)", letters),
        dbms(R"(.*dbms:\s*(\S+).*)", letters), depends(R"(.*(?:context|contextFilter|labels):.*)", letters);
    if (!is_for_postgresql(attribute(dbms))) return;
    const Property property{attribute(value), depends.matches(comment)};
    const auto [known, is_first] = properties_.try_emplace(attribute(name), property);
    if (!is_first && known->second.depends && known->second.value != property.value) known->second.is_decided = false;
  }

  PlaceholderValues property_values() const {
    PlaceholderValues values;
    for (const auto& [name, property] : properties_)
      if (property.is_decided) values[name] = property.value;
    return values;
  }

  const SourceText& file_;
  UpPart part_;
  std::map<std::string, Property> properties_;
  std::string delimiter_;
  std::uint32_t line_ = 0;
  std::size_t begins_at_ = 0;
  unsigned long ignored_lines_ = 0;
  bool runs_ = false, ignores_ = false, in_rollback_ = false, has_precondition_ = false, in_transaction_ = false;
};

UpPart cut(const SourceText& file, const MigrationFile&) { return ChangelogReader(file).read(); }

}  // namespace

constinit const Layout liquibase_layout{"liquibase",     "formatted SQL: a file, or those of a folder by their paths",
                                        is_liquibase,    list_liquibase,
                                        RunsIn::unknown, cut};

}  // namespace pgplumb
