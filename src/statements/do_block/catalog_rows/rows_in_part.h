// Rows of catalogs about what was made under names that are put together at run time.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "statements/do_block/catalog_rows/catalog_rows.h"

namespace pgplumb {

/// The columns by which a catalog's rows say what they are about.
struct RowShape {
  std::array<Namespace, 4> kinds;  ///< whose names it has
  std::array<std::string_view, 4> names;
  std::string_view number = {};
  /// Of members: those of their table.
  std::array<std::string_view, 2> table_names = {};
  std::string_view table_number = {};
};

/// One for each name that may be in a catalog of that shape: it may be absent, and what it says beside the name is not known. One
/// of which nothing is known where there may be anything at all.
void append_rows_in_part(Session& session, const RowShape& shape, std::vector<CatalogRow>& rows);

}  // namespace pgplumb
