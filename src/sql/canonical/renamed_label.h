// A label of an enum that gets another name: PostgreSQL keeps the value itself in what it stores, so every literal of it follows.
#pragma once

#include <pgplumb/sql/expression.h>

#include <string_view>

namespace pgplumb {

struct RenamedLabel {
  const Symbol* type;  ///< the enum, or a domain over it
  std::string_view before, after;
};

/// The expression, normalised, in which what is a literal of that type has the new name. `target` as for normalise().
Expression rename_label(Expression expression, const DataType* target, const KnownTypes& types, const RenamedLabel& renamed);

}  // namespace pgplumb
