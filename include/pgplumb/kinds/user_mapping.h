#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// A user mapping (pg_user_mapping). Its name is "user on server name". The values of its options are never read.
struct UserMapping {
  static constexpr std::string_view kind = "user mapping";
  ObjectRef server;
  Text option_names;  ///< "password, user"; sorted

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"server", &UserMapping::server}, Field{"option_names", &UserMapping::option_names});
  }
  friend bool operator==(const UserMapping&, const UserMapping&) = default;
};

}  // namespace pgplumb
