// Labels of enums that get other names: PostgreSQL keeps the values themselves in what it stores, so every literal of them
// follows.
#pragma once

#include <pgplumb/sql/expression.h>

#include <map>
#include <string_view>
#include <utility>

namespace pgplumb {

/// The new names, by the enum, or a domain over it, and the old one.
using RenamedLabels = std::map<std::pair<const Symbol*, std::string_view>, std::string_view>;

/// The expression, normalised, in which what is a literal of such a type has the new name. `target` as for normalise().
Expression rename_labels(Expression expression, const DataType* target, const KnownTypes& types, const RenamedLabels& renamed);

}  // namespace pgplumb
