// SQLSTATEs by the names that PostgreSQL gives them (src/backend/utils/errcodes.txt), and what Prisma's codes stand for.
#pragma once

#include <string>
#include <string_view>

namespace pgplumb {

/// "undefined_column" for "42703"; "" when the SQLSTATE is not one that explain knows.
std::string_view condition_name(std::string_view sqlstate);

/// The SQLSTATE of an exception class as drivers build it from the condition's name: "UndefinedColumn" (psycopg, Rails),
/// "UndefinedColumnError" (asyncpg), "InFailedSQLTransactionError"; "" when not known.
std::string_view sqlstate_of_class(std::string_view class_name);

/// Whether the code is one of Prisma's that comes of a database's schema: "P2022".
bool is_prisma_code(std::string_view code);

/// The SQLSTATE that Prisma tells as this code: "42703" for "P2022"; "" for codes that carry any (P2010).
std::string_view sqlstate_of_prisma_code(std::string_view code);

/// "undefined_column (42703)", "undefined_column (42703, P2022)", "P2010": an error's code as a person reads it.
std::string display_code(std::string_view sqlstate, std::string_view prisma);

}  // namespace pgplumb
