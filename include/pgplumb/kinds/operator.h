#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// An operator (pg_operator). Its name is "+(left, right)"; "NONE" for the left side of a prefix operator.
struct Operator {
  static constexpr std::string_view kind = "operator";
  Text function;  ///< the name of the function that computes it

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"function", &Operator::function});
  }
  friend bool operator==(const Operator&, const Operator&) = default;
};

}  // namespace pgplumb
