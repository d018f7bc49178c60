// What of a file its tool runs on the way up.
#pragma once

#include <pgplumb/catalog/catalog.h>
#include <pgplumb/sql/parse.h>
#include <pgplumb/statements/replay.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

/// One of several migrations in a file: a Liquibase changeset, "migration 51" of a script.
struct Chapter {
  std::string name;
  std::string version;
  std::vector<Lines> lines;
  std::string text = {};  ///< as the tool takes it for its checksum
};

struct UpPart {
  Extract sql;
  std::vector<Remark> remarks = {};  ///< on stretches of `sql`, in their order
  std::vector<NotCompared> left_out = {};
  std::vector<Chapter> chapters = {};  ///< in the order of the file; empty where the file is one migration
};

/// All of it.
UpPart take_whole(const SourceText& file);

/// What a line says to a tool that cuts its files by lines.
enum class Line { text, up, down, left_out };

/// The stretches that `classify` puts into the up part; `at_start` holds until the first line that says something.
UpPart cut_by_lines(const SourceText& file, Line at_start, Line (*classify)(std::string_view line));

}  // namespace pgplumb
