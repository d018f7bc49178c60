// Any catalog saved as JSON: one object a line, described in docs/snapshot.md.
#pragma once

#include <pgplumb/sources/source.h>

#include <iosfwd>
#include <optional>
#include <string>

namespace pgplumb {

/// Throws Error where a name is no UTF-8. What is read back compares equal in all its fields.
void write_snapshot(const Source& source, std::ostream& out);

/// The role in which the snapshot of that file was taken; nothing where the file is no snapshot.
std::optional<Role> role_of_snapshot(const std::string& path);

}  // namespace pgplumb
