#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// Extended statistics (pg_statistic_ext).
struct Statistics {
  static constexpr std::string_view kind = "statistics";
  RelationRef table;
  Text kinds;            ///< "dependencies, mcv, ndistinct"
  ExpressionField keys;  ///< a row: columns by name, then expressions

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"table", &Statistics::table}, Field{"kinds", &Statistics::kinds}, Field{"keys", &Statistics::keys});
  }
  friend bool operator==(const Statistics&, const Statistics&) = default;
};

}  // namespace pgplumb
