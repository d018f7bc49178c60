#include "sql/canonical/shown_casts.h"

#include <algorithm>

#include "sql/canonical/arguments.h"
#include "sql/canonical/resolution/coercion.h"
#include "sql/canonical/resolution/polymorphic.h"
#include "sql/canonical/resolution/resolve_call.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;

bool is_over(const Expression& expression, const Symbol* column) {
  return (expression.kind == Kind::column && expression.column.symbol == column) ||
         std::any_of(expression.args.begin(), expression.args.end(), [&](const Expression& arg) { return is_over(arg, column); });
}

/// `x = ANY (ARRAY[…])`, `x IN (…)`
bool is_membership_in_list(const Expression& expression) {
  if (expression.kind != Kind::operation || expression.args.size() != 2) return false;
  const Expression& last = expression.args.back();
  return last.kind == Kind::other && (last.text == "any" || last.text == "all") && last.args.front().kind == Kind::array;
}

/// Members of IN meet the left side before the operator is looked for; those of an array one another.
void show_in_membership(Expression& membership, const Casts& casts) {
  Expression& left = membership.args.front();
  Expression& list = membership.args.back().args.front();
  const MaybeType own = casts.type(left);
  std::vector<const Expression*> members = pointers_to(std::as_const(list.args));
  if (!list.text.empty()) members.push_back(&left);
  const auto met = argument_types(members, casts.types());
  const MaybeType common = met ? common_type_of(*met, casts.types()) : std::nullopt;
  const auto found = own && common ? resolve_operator(membership.text, {own, common}, casts.types()) : std::nullopt;
  if (!found) return;
  put_on_cast(left, found->parameters[0], casts);
  for (Expression& member : list.args) put_on_cast(member, found->parameters[1], casts);
  list.text.clear();  // shown as an array
}

void show(Expression& expression, const Symbol* column, const Casts& casts) {
  if (!is_over(expression, column)) return;
  for (Expression& arg : expression.args) show(arg, column, casts);
  if (is_membership_in_list(expression)) return show_in_membership(expression, casts);
  const bool is_called = expression.kind == Kind::operation || expression.kind == Kind::call;
  const auto arguments = is_called ? arguments_of(expression) : std::nullopt;
  const auto found = arguments ? resolve_call(expression, casts.types()) : std::nullopt;
  for (std::size_t i = 0; found && i < arguments->size(); ++i)
    if (!is_any(found->parameters[i])) put_on_cast(*(*arguments)[i], found->parameters[i], casts);
}

}  // namespace

Expression with_casts_shown(Expression expression, const Symbol* column, const KnownTypes& types) {
  show(expression, column, Casts(types));
  return expression;
}

}  // namespace pgplumb
