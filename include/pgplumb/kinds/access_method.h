#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// An access method (pg_am).
struct AccessMethod {
  static constexpr std::string_view kind = "access method";
  Text type;  ///< "index", "table"
  RoutineRef handler;

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"type", &AccessMethod::type}, Field{"handler", &AccessMethod::handler});
  }
  friend bool operator==(const AccessMethod&, const AccessMethod&) = default;
};

}  // namespace pgplumb
