// Tables in which migration tools keep their own history: never drift.
#pragma once

#include <pgplumb/catalog/catalog.h>

#include <array>
#include <span>
#include <string_view>

namespace pgplumb {

/// One tool's table, known by its name and by columns that it must have: many a project has a table `migrations` of its own.
struct HistoryTable {
  std::string_view tool;
  std::string_view name;
  std::array<std::string_view, 6> columns;  ///< "" behind the last
};
std::span<const HistoryTable> history_tables();

/// Leaves the history tables out of the catalog, and each schema but public that holds nothing else. Their names satisfy a model
/// that states them, as the names of what extensions own do.
void set_history_tables_aside(Catalog& catalog);

}  // namespace pgplumb
