// The types that every PostgreSQL has.
#pragma once

#include <pgplumb/sql/symbol.h>

#include <span>
#include <string_view>

namespace pgplumb {

/// What PostgreSQL's coercion rules (parse_coerce.c) and our own comparisons want to know of a type.
enum class TypeFamily : unsigned char {
  other,
  number,  ///< smallint to double precision
  text,    ///< text, varchar, char(n), name
  moment,  ///< date, timestamp, timestamptz
  time,    ///< time, timetz
  interval,
  boolean,
  json,
};

struct BuiltinType {
  std::string_view name;      ///< pg_type.typname
  std::string_view spelling;  ///< as the SQL standard and people write it
  TypeFamily family = TypeFamily::other;
  /// Among numbers, and among moments: a lower one is converted to a higher one where the two meet. 0 elsewhere.
  unsigned char rank = 0;
};

/// A type of an extension that is as widespread as the built-in ones, and whose functions and operators are known here: citext.
/// Null for any other. In which schema it stands is the extension's business, so its Symbol has none.
const Symbol* extension_type(std::string_view name);

/// What is known of a built-in type; null for any other. `type` may be null.
const BuiltinType* builtin(const Symbol* type);
TypeFamily family_of(const Symbol* type);

/// All of them.
std::span<const BuiltinType> all_builtin_types();

}  // namespace pgplumb
