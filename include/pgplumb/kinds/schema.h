#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// A schema (pg_namespace). Nothing but its name is compared.
struct Schema {
  static constexpr std::string_view kind = "schema";
  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit();
  }
  friend bool operator==(const Schema&, const Schema&) = default;
};

}  // namespace pgplumb
