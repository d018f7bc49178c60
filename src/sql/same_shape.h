// Whether two nodes are alike, given how their texts and their arguments are compared.
#pragma once

#include <pgplumb/sql/expression.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "sql/canonical/functions.h"
#include "sql/named_constant.h"

namespace pgplumb {

inline const std::string& column_name(const Expression& column) {
  return column.column.symbol ? column.column.symbol->meant().text : column.text;
}

template <class Equal>
bool same_shape(const Expression& a, const Expression& b, std::string_view (*text)(const Expression&), Equal same_args) {
  if (a.kind != b.kind) return false;
  if (a.kind == Expression::Kind::column) return column_name(a) == column_name(b);
  if ((a.kind == Expression::Kind::cast || names_an_object(a)) && !(a.type == b.type)) return false;
  const bool same_text = text(a) == text(b) || (a.kind == Expression::Kind::call && may_be_one_function(a.text, b.text));
  const bool mean_one = a.routine && b.routine && &a.routine->meant() == &b.routine->meant();
  return (same_text || mean_one) && std::equal(a.args.begin(), a.args.end(), b.args.begin(), b.args.end(), same_args);
}

}  // namespace pgplumb
