#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// An operator family (pg_opfamily). Its name is "name USING method".
struct OperatorFamily {
  static constexpr std::string_view kind = "operator family";
  Text members;  ///< what is of no one of its classes: "function 1 (integer,bigint) cmp, operator 1 (integer,bigint) <"

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"members", &OperatorFamily::members});
  }
  friend bool operator==(const OperatorFamily&, const OperatorFamily&) = default;
};

/// An operator class (pg_opclass). Its name is "name USING method".
struct OperatorClass {
  static constexpr std::string_view kind = "operator class";
  DataType type;
  bool is_default = false;
  ObjectRef family;
  DataType storage;  ///< none where keys are stored as they are
  Text members;      ///< of its type alone: "function 1 cmp, operator 1 <"

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"type", &OperatorClass::type}, Field{"is_default", &OperatorClass::is_default},
                 Field{"family", &OperatorClass::family}, Field{"storage", &OperatorClass::storage},
                 Field{"members", &OperatorClass::members});
  }
  friend bool operator==(const OperatorClass&, const OperatorClass&) = default;
};

}  // namespace pgplumb
