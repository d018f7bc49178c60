// Keys of advisory locks that several tools make alike.
#pragma once

#include <cstdint>

#include "history/digests.h"

namespace pgplumb {

/// As Rails does it, and others after it: a salt times the CRC32 of the database's name, as bigint.
inline std::int64_t salted_lock(std::uint64_t salt, std::string_view text) {
  return static_cast<std::int64_t>(salt * std::uint64_t{crc32_of(text)});
}

}  // namespace pgplumb
