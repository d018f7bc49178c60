// What columns, constraints and operations write alike.
#pragma once

#include <string_view>

#include "sources/migrations/scripts/alembic/sql_writer.h"

namespace pgplumb::scripts {

inline const Keywords foreign_key_keywords = {"name",         "ondelete", "onupdate", "deferrable",    "initially",      "match",
                                              "link_to_name", "info",     "comment",  "source_schema", "referent_schema"};

/// " MATCH FULL ON DELETE CASCADE DEFERRABLE" of match="FULL", ondelete="CASCADE", deferrable=True.
void write_foreign_key_options(SqlWriter& sql, const Arguments& arguments);
void write_deferrable(SqlWriter& sql, const Arguments& arguments);
/// UNIQUE or PRIMARY KEY with its columns.
void write_key(SqlWriter& sql, std::string_view words, const Value& columns, const Arguments& arguments);

}  // namespace pgplumb::scripts
