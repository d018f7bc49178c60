#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// What one role's new objects of one sort are granted for (pg_default_acl): in a schema, beside what holds everywhere; in none,
/// instead of what PostgreSQL has built in. The role is the owner among its remarks, and the privileges stand there too.
struct DefaultPrivileges {
  static constexpr std::string_view kind = "default privileges";
  Text objects;  ///< "tables", "sequences", "functions", "types", "schemas"

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"objects", &DefaultPrivileges::objects});
  }
  friend bool operator==(const DefaultPrivileges&, const DefaultPrivileges&) = default;
};

}  // namespace pgplumb
