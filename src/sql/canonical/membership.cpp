#include "sql/canonical/membership.h"

#include <algorithm>

#include "sql/canonical/arguments.h"
#include "sql/canonical/query_values.h"
#include "sql/canonical/resolution/resolve_call.h"
#include "sql/expression_forms.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;

/// `left IN (members)`: the members get the type that all meet in (transformAExprIn in parser/parse_expr.c).
void give_type_of_in(const Expression& left, std::vector<Expression>& members, const Casts& casts) {
  std::vector<const Expression*> all = pointers_to(std::as_const(members));
  all.insert(all.begin(), &left);
  const auto types = argument_types(all, casts.types());
  const MaybeType common = types ? common_type_of(*types, casts.types()) : std::nullopt;
  if (common)
    for (Expression& member : members) put_on_cast(member, {common->name, {}, common->is_array}, casts);
  meet(pointers_to(members), casts);
}

/// The server shows what it converts the left side to, and not that it converts what the query gives.
void rewrite_membership_in_query(Expression& left, const Expression& query, std::string_view op, const Casts& casts) {
  const Arguments compared = left.kind == Kind::row ? pointers_to(left.args) : Arguments{&left};
  const std::vector<Expression> none;
  const std::vector<Expression>& outputs = query.text == "select" ? query.args.front().args : none;
  for (std::size_t i = 0; i < compared.size(); ++i) {
    const MaybeType given = i < outputs.size() ? casts.type(outputs[i]) : std::nullopt;
    const FindConversion conversion = [&](ArgumentTypes types) {
      types.push_back(given);
      auto found = resolve_operator(op, types, casts.types());
      if (found) found->parameters.resize(1);
      return found;
    };
    if (!given || !convert({compared[i]}, conversion, casts)) casts.take_off_labels(*compared[i]);
  }
}

}  // namespace

void rewrite_membership(Expression& operation, const Casts& casts) {
  Expression& left = operation.args[0];
  Expression& list = operation.args[1].args.front();
  if (is_query(list)) return rewrite_membership_in_query(left, list, operation.text, casts);
  if (list.kind == Kind::array && !list.text.empty()) {
    give_type_of_in(left, list.args, casts);
    list.text.clear();
  }
  const FindConversion conversion = [&](ArgumentTypes types) {
    if (types[1]) types[1] = element_of(base_type(*types[1], casts.types()));
    auto found = resolve_operator(operation.text, types, casts.types());
    if (found) found->parameters[1].is_array = true;
    return found;
  };
  if (convert({&left, &list}, conversion, casts)) return;
  const MaybeType list_type = casts.type(list);
  if (list_type && list_type->is_array && !is_string(list)) casts.expect(left, element_of(*list_type));
  if (MaybeType array = casts.type(left); array && !array->is_array) {
    array->is_array = true;
    casts.expect(list, *array);
  }
}

void compare_members(Expression& operation, const Casts& casts) {
  std::vector<Expression>&left = operation.args.front().args, &right = operation.args.back().args;
  const FindConversion conversion = [&](const ArgumentTypes& types) {
    return resolve_operator(operation.text, types, casts.types());
  };
  for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i)
    if (!convert({&left[i], &right[i]}, conversion, casts)) meet({&left[i], &right[i]}, casts);
}

}  // namespace pgplumb
