#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// A primary key (pg_constraint.contype p).
struct PrimaryKey {
  static constexpr std::string_view kind = "primary key";
  std::vector<ColumnRef> columns;  ///< in key order
  bool deferrable = false;
  bool initially_deferred = false;
  Text options;  ///< what its index has beyond its columns; see Unique::options

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"columns", &PrimaryKey::columns}, Field{"deferrable", &PrimaryKey::deferrable},
                 Field{"initially_deferred", &PrimaryKey::initially_deferred}, Field{"options", &PrimaryKey::options});
  }
  friend bool operator==(const PrimaryKey&, const PrimaryKey&) = default;
};

}  // namespace pgplumb
