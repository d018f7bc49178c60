#pragma once

#include <pgplumb/catalog/catalog.h>

#include <string>
#include <string_view>

namespace pgplumb {

/// GENERATED ALWAYS AS (…) VIRTUAL, of PostgreSQL 18: as Column::generated holds it.
ExpressionField virtual_generated(const ExpressionField& expression);

/// "call_id_seq": what PostgreSQL calls the sequence that it makes for a column.
std::string usual_sequence_name(const Symbol& column);

/// `GENERATED ALWAYS AS IDENTITY (START WITH 10)`: with what is unusual about the sequence that the column owns, null where that
/// is not known.
std::string identity_definition(Identity identity, const Entry* sequence);

/// `"mode" VARCHAR(32) DEFAULT 'x' NOT NULL`: the column as CREATE TABLE and ADD COLUMN take it.
std::string column_definition(std::string_view name, const Column& column, const Entry* sequence = nullptr);

/// As DEFAULT and GENERATED take it: an array constructor, and the strings that CASE or COALESCE give, are of the type only where
/// they say so.
std::string default_sql(const DataType& type, const Expression& value);

}  // namespace pgplumb
