#pragma once

#include <pgplumb/kinds/column.h>

#include <string>
#include <string_view>

namespace pgplumb {

/// `"mode" VARCHAR(32) DEFAULT 'x' NOT NULL`: the column as CREATE TABLE and ADD COLUMN take it.
std::string column_definition(std::string_view name, const Column& column);

}  // namespace pgplumb
