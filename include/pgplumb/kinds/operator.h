#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// An operator that another names as its opposite, or none. No dependency: where it goes the other one stays, and is without it.
struct LinkedOperator {
  const Symbol* symbol = nullptr;
  friend bool operator==(LinkedOperator a, LinkedOperator b) { return same_name(a.symbol, b.symbol); }
};
std::string show_value(const LinkedOperator& value);

/// An operator (pg_operator). Its name is "+(left, right)"; "NONE" for the left side of a prefix operator.
struct Operator {
  static constexpr std::string_view kind = "operator";
  RoutineRef function;  ///< computes it
  /// What the planner is told: "hashes, join = eqjoinsel, merges, restrict = eqsel"; sorted.
  Text options;
  LinkedOperator commutator;  ///< gives the same of exchanged operands
  LinkedOperator negator;

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"function", &Operator::function}, Field{"options", &Operator::options},
                 Field{"commutator", &Operator::commutator}, Field{"negator", &Operator::negator});
  }
  friend bool operator==(const Operator&, const Operator&) = default;
};

}  // namespace pgplumb
