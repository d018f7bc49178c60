// An enum with its values, and one value more.
#pragma once

#include <string>

#include "findings/case.h"

namespace pgplumb {

/// CREATE TYPE … AS ENUM with its values in order.
std::string create_enum_sql(const Catalog& catalog, const Entry& type);

/// ALTER TYPE … ADD VALUE, before the next of those behind it in `catalog` that is there.
std::string add_enum_value_sql(const Case& one, const Catalog& catalog, const Entry& value);

}  // namespace pgplumb
