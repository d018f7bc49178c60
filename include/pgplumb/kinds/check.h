#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// A CHECK constraint of a table (pg_constraint.contype c).
struct Check {
  static constexpr std::string_view kind = "check";
  ExpressionField expression;
  bool no_inherit = false;
  bool validated = true;
  bool enforced = true;  ///< pg_constraint.conenforced, PostgreSQL 18 and later

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"expression", &Check::expression}, Field{"no_inherit", &Check::no_inherit},
                 Field{"validated", &Check::validated}, Field{"enforced", &Check::enforced});
  }
  friend bool operator==(const Check&, const Check&) = default;
};

}  // namespace pgplumb
