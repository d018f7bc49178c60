#include "sql/canonical/cast_of_parts.h"

#include <utility>

#include "sql/canonical/arguments.h"
#include "sql/canonical/resolution/coercion.h"
#include "sql/expression_forms.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;

/// A row of a table by itself, as the server stores it: `t.*::t`. See kinds/query.
bool is_whole_row(const Expression& expression) {
  return expression.kind == Kind::other && expression.text.starts_with("of ") && expression.args.front().kind == Kind::other &&
         expression.args.front().text == "*";
}

void rewrite_cast_of_collated(Expression& cast, const Casts& casts) {
  const DataType to = cast.type;
  unwrap(cast);
  if (!is_collatable(base_type(to, casts.types()))) unwrap(cast);
  Expression& collated = is_collation(cast) ? cast.args.front() : cast;
  collated = cast_to(to, std::move(collated));
  rewrite_cast(collated, casts);
}

void rewrite_cast_of_list(Expression& cast, const Casts& casts) {
  const DataType type = cast.type;
  unwrap(cast);
  for (Expression& item : cast.args) {
    item = cast_to(type_of_member(item, type), std::move(item));
    rewrite_cast(item, casts);
  }
  meet(pointers_to(cast.args), casts);
}

}  // namespace

void rewrite_cast(Expression& cast, const Casts& casts) {
  const Expression& value = cast.args.front();
  if (is_whole_row(value)) return unwrap(cast);
  if (is_collation(value)) return rewrite_cast_of_collated(cast, casts);
  if (value.kind == Kind::array && cast.type.is_array && !value.args.empty()) return rewrite_cast_of_list(cast, casts);
  casts.rewrite(cast);
}

}  // namespace pgplumb
