#include "catalog/implied_casts.h"

#include <algorithm>

#include "catalog/routines.h"
#include "sql/canonical/resolution/coercion.h"

namespace pgplumb {

namespace {

using Kind = Expression::Kind;

std::string bare_name(const DataType& type) { return display_type({type.name, {}, type.is_array}); }

}  // namespace

ImpliedCast::ImpliedCast(const Draft& draft, const Symbol* cast)
    : draft_(draft), types_(draft.types()), name_(cast->text), context_(draft.object<Cast>(cast)->context.str()) {}

bool ImpliedCast::is_in(const Expression& expression) const {
  return is_made_by(expression) ||
         std::any_of(expression.args.begin(), expression.args.end(), [&](const Expression& part) { return is_in(part); });
}

bool ImpliedCast::is_made_to_store(const Expression& value, const DataType& type) const {
  return context_ != "explicit" && converts(type_of(value, types_), type);
}

bool ImpliedCast::is_made_by(const Expression& expression) const {
  if (expression.kind == Kind::cast) return casts(expression.args.front(), expression.type);
  if (context_ != "implicit") return false;
  return expression.kind == Kind::operation ? is_made_for_operands(expression) : is_made_for_arguments(expression);
}

/// Of `ARRAY[a]::text[]`, each member.
bool ImpliedCast::casts(const Expression& value, const DataType& to) const {
  if (value.kind != Kind::array || !to.is_array) return converts(type_of(value, types_), to);
  return std::any_of(value.args.begin(), value.args.end(),
                     [&](const Expression& member) { return casts(member, element_of(to)); });
}

bool ImpliedCast::converts(MaybeType from, DataType to) const {
  if (!from) return false;
  if (from->is_array && to.is_array) from->is_array = to.is_array = false;
  return names(*from, to) || names(*from, base_type(to, types_));
}

bool ImpliedCast::names(const DataType& from, const DataType& to) const {
  return name_ == "(" + bare_name(from) + " AS " + bare_name(to) + ")";
}

/// Of an operator of PostgreSQL's own, which takes two of a type.
bool ImpliedCast::is_made_for_operands(const Expression& operation) const {
  if (operation.routine || operation.args.size() != 2) return false;
  const auto left = type_of_operand(operation.args.front()), right = type_of_operand(operation.args.back());
  return left && right && (names(*left, *right) || names(*right, *left));
}

bool ImpliedCast::is_made_for_arguments(const Expression& call) const {
  const auto* routine = call.kind == Kind::call ? draft_.object<Routine>(call.routine) : nullptr;
  if (!routine) return false;
  const Signature signature = call_signature(*routine);
  for (std::size_t i = 0; i < std::min(call.args.size(), signature.parameters.size()); ++i)
    if (converts(type_of(call.args[i], types_), signature.parameters[i])) return true;
  return false;
}

/// Behind ANY and ALL a member's.
MaybeType ImpliedCast::type_of_operand(const Expression& operand) const {
  const bool is_list = operand.kind == Kind::other && (operand.text == "any" || operand.text == "all");
  const MaybeType type = type_of(is_list ? operand.args.front() : operand, types_);
  return is_list && type ? MaybeType(element_of(*type)) : type;
}

}  // namespace pgplumb
