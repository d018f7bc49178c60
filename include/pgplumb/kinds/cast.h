#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// A cast (pg_cast). Its name is "(source AS target)".
struct Cast {
  static constexpr std::string_view kind = "cast";
  Text method;   ///< "with function f(integer)", "without function", "with inout"
  Text context;  ///< "explicit", "assignment", "implicit"

  static constexpr auto fields() { return std::tuple{Field{"method", &Cast::method}, Field{"context", &Cast::context}}; }
  friend bool operator==(const Cast&, const Cast&) = default;
};
static_assert(lists_every_member<Cast>());

}  // namespace pgplumb
