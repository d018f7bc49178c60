// Liquibase's checksums of version 9 (4.22 and later).
#pragma once

#include <string>
#include <string_view>

namespace pgplumb {

/// Of a changeset that consists of this SQL: of each change without its blanks, then of the changes.
std::string liquibase_checksum(std::string_view sql);

}  // namespace pgplumb
