#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// A conversion between encodings (pg_conversion).
struct Conversion {
  static constexpr std::string_view kind = "conversion";
  Text from;
  Text to;
  RoutineRef function;
  bool is_default = false;

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"from", &Conversion::from}, Field{"to", &Conversion::to}, Field{"function", &Conversion::function},
                 Field{"is_default", &Conversion::is_default});
  }
  friend bool operator==(const Conversion&, const Conversion&) = default;
};

}  // namespace pgplumb
