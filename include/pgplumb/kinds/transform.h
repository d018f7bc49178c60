#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// A transform (pg_transform). Its name is "for type language name".
struct Transform {
  static constexpr std::string_view kind = "transform";
  DataType type;
  ObjectRef language;
  RoutineRef from_sql;
  RoutineRef to_sql;

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"type", &Transform::type}, Field{"language", &Transform::language},
                 Field{"from_sql", &Transform::from_sql}, Field{"to_sql", &Transform::to_sql});
  }
  friend bool operator==(const Transform&, const Transform&) = default;
};

}  // namespace pgplumb
