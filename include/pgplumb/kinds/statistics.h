#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// Extended statistics (pg_statistic_ext).
struct Statistics {
  static constexpr std::string_view kind = "statistics";
  RelationRef table;
  Text kinds;            ///< "dependencies, mcv, ndistinct"
  ExpressionField keys;  ///< a row: columns by name, then expressions

  static constexpr auto fields() {
    return std::tuple{Field{"table", &Statistics::table}, Field{"kinds", &Statistics::kinds}, Field{"keys", &Statistics::keys}};
  }
  friend bool operator==(const Statistics&, const Statistics&) = default;
};
static_assert(lists_every_member<Statistics>());

}  // namespace pgplumb
