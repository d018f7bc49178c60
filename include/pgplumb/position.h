// Where something is stated: file, line and column, as every message and report prints it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pgplumb {

/// Keeps `name` for the life of the process and returns the one copy of it. Safe from several threads.
const std::string* remember_file(std::string_view name);

/// From here on the files below `folder` are remembered with `name` in its place: those of a temporary folder under the name of
/// what was unpacked there.
void name_folder(const std::string& folder, const std::string& name);

/// A place in a file. Lines and columns are 1-based; columns count code points. Empty (`file == nullptr`) for
/// what has no place, such as everything that a live database says.
struct Position {
  const std::string* file = nullptr;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  explicit operator bool() const { return file != nullptr; }
  friend bool operator==(const Position&, const Position&) = default;
  /// "prisma/schema.prisma:12:7", the line and column left out where they are 0; "" when empty.
  std::string text() const;
};

}  // namespace pgplumb
