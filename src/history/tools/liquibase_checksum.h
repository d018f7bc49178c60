// Liquibase's checksums of version 9 (4.22 and later).
#pragma once

#include <string>
#include <string_view>

namespace pgplumb {

/// Of one change: its SQL without blanks.
std::string liquibase_change_checksum(std::string_view sql);
/// Of a changeset that consists of this SQL.
std::string liquibase_checksum(std::string_view sql);

}  // namespace pgplumb
