#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// A procedural language (pg_language).
struct Language {
  static constexpr std::string_view kind = "language";
  bool trusted = false;
  RoutineRef handler;
  RoutineRef inline_handler;
  RoutineRef validator;

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"trusted", &Language::trusted}, Field{"handler", &Language::handler},
                 Field{"inline_handler", &Language::inline_handler}, Field{"validator", &Language::validator});
  }
  friend bool operator==(const Language&, const Language&) = default;
};

}  // namespace pgplumb
