// What bears a type's name in its own: functions, operators and casts follow where the type is called otherwise.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string>
#include <utility>
#include <vector>

namespace pgplumb {

/// What a type is called in the names of others.
struct TypeAsWritten {
  std::string in_signatures;  ///< without its schema
  std::string in_casts;       ///< and in the texts of aggregates and operator families
};
TypeAsWritten type_as_written(const Symbol* type);

/// `before` is type_as_written() of it until now.
void follow_renamed_type(Session& session, const Symbol* type, const TypeAsWritten& before);

/// The types in a schema that is to be called otherwise, and what they are called until then.
class TypesOfSchema {
 public:
  TypesOfSchema(const Draft& draft, const Symbol* schema);
  /// What bears their names with the schema follows.
  void follow(Draft& draft) const;

 private:
  std::vector<std::pair<const Symbol*, std::string>> before_;
};

/// ALTER TYPE … RENAME and SET SCHEMA of the type of a range type's multiranges, which is no object of its own.
void call_multirange_otherwise(Session& session, const Symbol* multirange, const Symbol* schema, std::string_view name);

}  // namespace pgplumb
