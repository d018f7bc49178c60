#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// A CHECK of a domain; VALUE is a column of no table.
struct DomainCheck {
  Text name;
  ExpressionField expression;
  bool validated = true;

  friend bool operator==(const DomainCheck&, const DomainCheck&) = default;
};
std::string show_value(const DomainCheck& value);
std::string show_value(const std::vector<DomainCheck>& value);

/// A domain (pg_type.typtype d).
struct Domain {
  static constexpr std::string_view kind = "domain";
  DataType type;
  bool not_null = false;
  ObjectRef collation;  ///< none for the type's own
  ExpressionField default_value;
  std::vector<DomainCheck> checks;            ///< by name
  Seldom<std::vector<PartComment>> comments;  ///< on checks; by name

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"type", &Domain::type}, Field{"not_null", &Domain::not_null}, Field{"collation", &Domain::collation},
                 Field{"default", &Domain::default_value}, Field{"checks", &Domain::checks},
                 Field{"check_comments", &Domain::comments});
  }
  friend bool operator==(const Domain&, const Domain&) = default;
};

}  // namespace pgplumb
