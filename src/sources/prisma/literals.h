// Prisma's way of writing times, bytes and decimals, and what PostgreSQL is told instead.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pgplumb::prisma {

/// "2020-01-02T03:04:05.678Z" (RFC 3339) as Prisma writes it into SQL: "2020-01-02 03:04:05.678 +00:00". Null where it is no
/// time.
std::optional<std::string> sql_time(std::string_view rfc3339);

/// Base64 as PostgreSQL's hexadecimal bytea, "\x68656c6c6f". Null where it is no base64.
std::optional<std::string> sql_bytes(std::string_view base64);

/// "1.50", "-2", "1_000", "1e5" as PostgreSQL takes it. Null where it is no number.
std::optional<std::string> sql_decimal(std::string_view text);

}  // namespace pgplumb::prisma
