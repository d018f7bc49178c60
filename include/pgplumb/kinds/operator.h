#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// An operator (pg_operator). Its name is "+(left, right)"; "NONE" for the left side of a prefix operator.
struct Operator {
  static constexpr std::string_view kind = "operator";
  RoutineRef function;  ///< computes it
  /// What the planner is told: "hashes, join = eqjoinsel, merges, restrict = eqsel"; sorted.
  Text options;

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"function", &Operator::function}, Field{"options", &Operator::options});
  }
  friend bool operator==(const Operator&, const Operator&) = default;
};

}  // namespace pgplumb
