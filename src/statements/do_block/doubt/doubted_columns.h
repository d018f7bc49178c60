// What ALTER TABLE sets of the columns of a table, where either is put in at run time.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string_view>

namespace pgplumb {

/// ALTER TABLE … ALTER COLUMN … SET NOT NULL, ADD PRIMARY KEY and the like: the field that it sets may be otherwise of the
/// columns that may be meant. False where any of the statements may do more.
bool doubt_columns(Session& session, std::string_view known);

}  // namespace pgplumb
