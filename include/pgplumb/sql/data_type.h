// A column's type as PostgreSQL knows it after resolving aliases.
#pragma once

#include <pgplumb/sql/symbol.h>
#include <pgplumb/sql/text.h>

#include <string>
#include <string_view>

namespace pgplumb {

/// One type: `name` is the Symbol of a user-defined type in the catalog, of a built-in type (parent pg_catalog,
/// PostgreSQL's internal name: int4, varchar, bpchar, timestamptz), or of a type that nobody here creates (parent null or its
/// schema's Symbol). `modifiers` is the canonical text in parentheses without them: "32", "10,2", "3", "" for none
/// (interval fields too: "day to second(3)"). PostgreSQL does not keep the number of dimensions of an array, nor do we.
struct DataType {
  const Symbol* name = nullptr;
  Text modifiers;
  bool is_array = false;

  friend bool operator==(const DataType& a, const DataType& b) {
    return a.is_array == b.is_array && a.modifiers == b.modifiers && same_name(a.name, b.name);
  }
};

/// The built-in type of PostgreSQL's internal name ("int4", "timestamptz"); null when there is none. Aliases of the
/// grammar (integer, "double precision") are not internal names. The Symbol lives for the process.
const Symbol* builtin_type(std::string_view internal_name);

/// As people write it, short: `varchar(32)`, `timestamp(3)`, `timestamptz`, `integer`, `double precision`, `text[]`, `char(5)`,
/// `Role`, `auth.user_role`. Unquoted: for messages.
std::string display_type(const DataType& type);

/// As SQL that creates a column of it: identifiers quoted where they are user-defined.
std::string sql_type(const DataType& type);
/// The same, quoted only where it has to be: for expressions, which people read.
std::string readable_sql_type(const DataType& type);

}  // namespace pgplumb
