#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// A schema (pg_namespace). Nothing but its name is compared.
struct Schema {
  static constexpr std::string_view kind = "schema";
  static constexpr auto fields() { return std::tuple{}; }
  friend bool operator==(const Schema&, const Schema&) = default;
};
static_assert(lists_every_member<Schema>());

}  // namespace pgplumb
