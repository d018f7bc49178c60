// Folders of migrations made for one test, and read.
#pragma once

#include <pgplumb/error.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "sources/migrations/migrations.h"

/// A folder that goes with the test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "pgplumb-migrations-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()));
    path_ = name;
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const TemporaryFolder& write(const std::string& name, std::string_view text) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
    return *this;
  }
  std::string path(const std::string& name = {}) const { return name.empty() ? path_.string() : (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

inline pgplumb::Source read_place(const std::string& path, const pgplumb::ReadOptions& options = {}) {
  pgplumb::Source source;
  pgplumb::read_migrations({pgplumb::PlaceType::migrations, path, path}, options, source);
  return source;
}

/// A script that lies alone in its folder.
inline pgplumb::Source read_script(const std::string& name, const std::string& text) {
  TemporaryFolder folder;
  folder.write(name, text);
  return read_place(folder.path(name));
}

/// The Error that reading ends in: position below the folder, message, hint.
inline std::string refusal(const TemporaryFolder& folder, const std::string& name = {}) {
  try {
    read_place(folder.path(name));
  } catch (const pgplumb::Error& error) {
    std::string at = error.at().text();
    if (at.starts_with(folder.path())) at = at.substr(folder.path().size());
    return at + ": " + error.message() + (error.hint().empty() ? "" : " | " + error.hint());
  }
  FAIL("taken, though it should be refused");
  return {};
}

using Names = std::vector<std::string>;

/// The migrations of a source, in their order.
inline Names names(const pgplumb::Source& source) {
  Names found;
  for (const pgplumb::Migration& migration : source.catalog.migrations) found.push_back(migration.name);
  return found;
}
inline Names versions(const pgplumb::Source& source) {
  Names found;
  for (const pgplumb::Migration& migration : source.catalog.migrations) found.push_back(migration.version);
  return found;
}

/// What is not compared, each with its object and line.
inline Names left_out(const pgplumb::Source& source) {
  Names found;
  for (const pgplumb::NotCompared& one : source.catalog.not_compared) {
    const std::string object = one.object.empty() ? "" : " on " + one.object;
    found.push_back(one.what + object + " " + std::to_string(one.at.line));
  }
  return found;
}

inline const pgplumb::Entry* column(const pgplumb::Source& source, std::string_view table, std::string_view name,
                                    std::string_view schema = "public") {
  return source.catalog.find({pgplumb::Namespace::column, schema, table, name});
}
inline bool has_column(const pgplumb::Source& source, std::string_view table, std::string_view name,
                       std::string_view schema = "public") {
  return column(source, table, name, schema);
}

/// "line:column" of a column's definition.
inline std::string place_of(const pgplumb::Source& source, std::string_view table, std::string_view name) {
  const pgplumb::Entry* entry = column(source, table, name);
  return entry ? std::to_string(entry->declared_at.line) + ":" + std::to_string(entry->declared_at.column) : "absent";
}

/// The names of a table's columns, sorted.
inline Names columns_of(const pgplumb::Source& source, std::string_view table) {
  Names found;
  for (const pgplumb::Entry& entry : source.catalog.entries())
    if (entry.id.space == pgplumb::Namespace::column && entry.id.name == table) found.emplace_back(entry.id.member);
  return found;
}
