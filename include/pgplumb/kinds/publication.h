#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// What a publication takes of one table (pg_publication_rel).
struct PublishedTable {
  RelationRef table;
  std::vector<ColumnRef> columns;  ///< by name; empty for all
  ExpressionField condition;       ///< WHERE

  friend bool operator==(const PublishedTable&, const PublishedTable&) = default;
};
std::string show_value(const PublishedTable& value);
std::string show_value(const std::vector<PublishedTable>& value);

/// A publication (pg_publication).
struct Publication {
  static constexpr std::string_view kind = "publication";
  bool all_tables = false;
  std::vector<PublishedTable> tables;  ///< by name
  std::vector<RelationRef> schemas;    ///< TABLES IN SCHEMA; by name
  Text operations;                     ///< publish = "delete, insert, truncate, update"; sorted
  bool via_root = false;               ///< publish_via_partition_root
  Text generated_columns = "none";     ///< publish_generated_columns (pg_publication.pubgencols): "none", "stored"

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"all_tables", &Publication::all_tables}, Field{"tables", &Publication::tables},
                 Field{"schemas", &Publication::schemas}, Field{"operations", &Publication::operations},
                 Field{"via_root", &Publication::via_root}, Field{"generated_columns", &Publication::generated_columns});
  }
  friend bool operator==(const Publication&, const Publication&) = default;
};

}  // namespace pgplumb
