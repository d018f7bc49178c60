#include <pgplumb/sql/expression.h>

#include <algorithm>

namespace pgplumb {
namespace {

using Kind = Expression::Kind;

const std::string& column_name(const Expression& column) {
  return column.column.symbol ? column.column.symbol->meant().text : column.text;
}

const Expression& without_casts(const Expression& expression) {
  const Expression* inner = &expression;
  while (inner->kind == Kind::cast) inner = &inner->args.front();
  return *inner;
}

bool is_constant(const Expression& expression) { return expression.kind == Kind::literal || expression.kind == Kind::boolean; }

template <class Equal>
bool same_shape(const Expression& a, const Expression& b, Equal same_args) {
  if (a.kind != b.kind) return false;
  if (a.kind == Kind::column) return column_name(a) == column_name(b);
  if (a.kind == Kind::cast && !(a.type == b.type)) return false;
  return a.text == b.text && std::equal(a.args.begin(), a.args.end(), b.args.begin(), b.args.end(), same_args);
}

bool equal_but_for_casts(const Expression& a, const Expression& b) {
  const Expression& left = without_casts(a);
  const Expression& right = without_casts(b);
  const bool is_cast = &left != &a || &right != &b;
  if (is_cast && is_constant(left) && is_constant(right)) return true;
  return left.is_string == right.is_string && same_shape(left, right, equal_but_for_casts);
}

}  // namespace

bool operator==(const Expression& a, const Expression& b) {
  return a.is_string == b.is_string && same_shape(a, b, std::equal_to<>());
}

bool is_nextval(const Expression& expression) {
  const Expression& value = without_casts(expression);
  return value.kind == Kind::call && value.text == "nextval" && value.args.size() == 1;
}

bool has_opaque_part(const Expression& expression) {
  return expression.kind == Kind::opaque || std::any_of(expression.args.begin(), expression.args.end(), has_opaque_part);
}

bool may_mean_the_same(const Expression& a, const Expression& b) {
  return has_opaque_part(a) || has_opaque_part(b) || equal_but_for_casts(a, b);
}

}  // namespace pgplumb
