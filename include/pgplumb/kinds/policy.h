#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// A row security policy (pg_policy).
struct Policy {
  static constexpr std::string_view kind = "policy";
  Text command;  ///< "all", "select", "insert", "update", "delete"
  bool permissive = true;
  Text roles;  ///< "public", or names in order of the alphabet
  ExpressionField using_condition;
  ExpressionField check_condition;

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"command", &Policy::command}, Field{"permissive", &Policy::permissive}, Field{"roles", &Policy::roles},
                 Field{"using", &Policy::using_condition}, Field{"with_check", &Policy::check_condition});
  }
  friend bool operator==(const Policy&, const Policy&) = default;
};

}  // namespace pgplumb
