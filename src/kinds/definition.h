// The list of `name = value` by which CREATE COLLATION, TYPE, TEXT SEARCH and the like say what they make.
#pragma once

#include "kinds/ddl.h"

namespace pgplumb {

class Definition {
 public:
  explicit Definition(const List* options) : options_(options) {}

  bool has(std::string_view name) const { return find(name) != nullptr; }
  /// A word, a number or a string as it is written, of a qualified name the last part; "" where it is not given.
  std::string text(std::string_view name) const;
  bool flag(std::string_view name, bool usual) const;
  /// A name that may be qualified.
  QualifiedName object(std::string_view name) const;
  /// Without length or precision; no type where it is not given.
  DataType type(Session& session, std::string_view name) const;
  /// None where it is not given.
  RoutineRef routine(Session& session, std::string_view name) const;

 private:
  const DefElem* find(std::string_view name) const;

  const List* options_;
};

}  // namespace pgplumb
