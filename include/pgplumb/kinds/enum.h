#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// An enum type (pg_type.typtype e). Its values are objects of their own, its members.
struct Enum {
  static constexpr std::string_view kind = "enum";
  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit();
  }
  friend bool operator==(const Enum&, const Enum&) = default;
};

/// One value of an enum (pg_enum). `position` orders the values of one enum (0, 1, 2 … after settling); two sources
/// are compared by the order of the values they share, never by the number.
struct EnumValue {
  static constexpr std::string_view kind = "enum value";
  float position = 0;

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"position", &EnumValue::position});
  }
  friend bool operator==(const EnumValue&, const EnumValue&) { return true; }
};

}  // namespace pgplumb
