#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// An extension (pg_extension). What it owns is no object here.
struct Extension {
  static constexpr std::string_view kind = "extension";
  Text version;
  Text schema;

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"version", &Extension::version}, Field{"schema", &Extension::schema});
  }
  friend bool operator==(const Extension&, const Extension&) = default;
};

}  // namespace pgplumb
