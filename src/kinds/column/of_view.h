#pragma once

#include <pgplumb/catalog/draft.h>

namespace pgplumb {

/// PostgreSQL records of a view's columns the names and types; whether they can be null, and where new values come from, it does
/// not know.
inline void accept_anything_but_name_and_type(Draft::Item& column) {
  for (const std::string_view field : {"not_null", "default", "identity", "generated", "collation", "storage", "foreign_options"})
    column.notes.edit().accepts.push_back({field, true, {}});
}

}  // namespace pgplumb
