#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// A publication (pg_publication).
struct Publication {
  static constexpr std::string_view kind = "publication";
  bool all_tables = false;
  std::vector<RelationRef> tables;  ///< by name
  Text schemas;                     ///< TABLES IN SCHEMA: "app, auth"; sorted
  Text operations;                  ///< publish = "delete, insert, truncate, update"; sorted
  bool via_root = false;            ///< publish_via_partition_root

  static constexpr auto fields() {
    return std::tuple{Field{"all_tables", &Publication::all_tables}, Field{"tables", &Publication::tables},
                      Field{"schemas", &Publication::schemas}, Field{"operations", &Publication::operations},
                      Field{"via_root", &Publication::via_root}};
  }
  friend bool operator==(const Publication&, const Publication&) = default;
};
static_assert(lists_every_member<Publication>());

}  // namespace pgplumb
