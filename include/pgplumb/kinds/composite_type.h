#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

struct TypeAttribute {
  Text name;
  DataType type;
  ObjectRef collation;  ///< none for the type's own

  friend bool operator==(const TypeAttribute&, const TypeAttribute&) = default;
};
std::string show_value(const TypeAttribute& value);
std::string show_value(const std::vector<TypeAttribute>& value);

/// A composite type (pg_type.typtype c without a table).
struct CompositeType {
  static constexpr std::string_view kind = "composite type";
  std::vector<TypeAttribute> attributes;
  Seldom<std::vector<PartComment>> comments;  ///< on attributes; by name

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"attributes", &CompositeType::attributes}, Field{"attribute_comments", &CompositeType::comments});
  }
  friend bool operator==(const CompositeType&, const CompositeType&) = default;
};

}  // namespace pgplumb
