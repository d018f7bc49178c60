#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// A cast (pg_cast). Its name is "(source AS target)".
struct Cast {
  static constexpr std::string_view kind = "cast";
  Text method;          ///< "with function", "without function", "with inout"
  RoutineRef function;  ///< none but of "with function"
  Text context;         ///< "explicit", "assignment", "implicit"

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"method", &Cast::method}, Field{"function", &Cast::function}, Field{"context", &Cast::context});
  }
  friend bool operator==(const Cast&, const Cast&) = default;
};

}  // namespace pgplumb
