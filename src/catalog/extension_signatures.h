// The functions, operators and implicit casts of extensions, by name.
#pragma once

#include <pgplumb/catalog/extension_routine.h>
#include <pgplumb/sql/expression.h>

#include <unordered_map>

namespace pgplumb {

class ExtensionSignatures {
 public:
  using FindType = std::function<const Symbol*(std::string_view name)>;

  ExtensionSignatures() = default;
  ExtensionSignatures(const ExtensionRoutines& routines, const FindType& type_named);

  /// `schema` is "" for any.
  std::vector<Signature> named(std::string_view schema, std::string_view name) const;
  /// "" where there is none of that name, or some in several schemas.
  std::string schema_of(std::string_view name) const;

 private:
  struct Row {
    std::string schema;
    Signature signature;
  };
  std::unordered_map<std::string, std::vector<Row>> by_name_;
};

}  // namespace pgplumb
