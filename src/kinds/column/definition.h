#pragma once

#include <pgplumb/kinds/column.h>

#include <string>
#include <string_view>

namespace pgplumb {

/// `"mode" VARCHAR(32) DEFAULT 'x' NOT NULL`: the column as CREATE TABLE and ADD COLUMN take it.
/// GENERATED ALWAYS AS (…) VIRTUAL, of PostgreSQL 18: as Column::generated holds it.
ExpressionField virtual_generated(const ExpressionField& expression);

std::string column_definition(std::string_view name, const Column& column);

/// As DEFAULT takes it: an array constructor is of the column's type only where it says so.
std::string default_sql(const DataType& type, const Expression& value);

}  // namespace pgplumb
