// The files of a schema, and stretches of their text.
#pragma once

#include <pgplumb/position.h>
#include <pgplumb/sql/parse.h>

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace pgplumb::prisma {

using SchemaFile = SourceText;

/// All files of one schema; their addresses stay, for the tree refers to their text.
using SchemaFiles = std::deque<SchemaFile>;

/// Where something stands: bytes of a file, the end exclusive.
struct Span {
  const SchemaFile* file = nullptr;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  Position at() const { return file ? file->at(begin) : Position{}; }
  std::string_view text() const { return std::string_view(file->text()).substr(begin, end - begin); }
  /// From the beginning of this to the end of `last`.
  Span to(const Span& last) const { return {file, begin, last.end}; }
};

/// All of a file.
inline Span whole(const SchemaFile& file) { return {&file, 0, static_cast<std::uint32_t>(file.text().size())}; }

/// Reads a .prisma file, or every .prisma file below a folder in the order of their names. Throws Error where there is none, and
/// on what is no text.
SchemaFiles load_files(const std::string& path);

}  // namespace pgplumb::prisma
