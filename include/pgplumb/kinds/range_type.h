#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// A range type (pg_range).
struct RangeType {
  static constexpr std::string_view kind = "range type";
  DataType subtype;
  /// What CREATE TYPE says besides: "subtype_diff = float8mi"; sorted, defaults left out.
  Text options;
  Text multirange;  ///< what the type of its multiranges is called (pg_range.rngmultitypid, PostgreSQL 14 and later)

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"subtype", &RangeType::subtype}, Field{"options", &RangeType::options},
                 Field{"multirange", &RangeType::multirange});
  }
  friend bool operator==(const RangeType&, const RangeType&) = default;
};

}  // namespace pgplumb
