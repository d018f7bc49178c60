#include "sql/canonical/membership.h"

#include <algorithm>

#include "sql/canonical/arguments.h"
#include "sql/canonical/query_values.h"
#include "sql/canonical/resolution/coercion.h"
#include "sql/canonical/resolution/resolve_call.h"
#include "sql/expression_forms.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;

/// verify_common_type
bool is_met_by_all(const MaybeType& common, const ArgumentTypes& types, const Casts& casts) {
  return common && std::all_of(types.begin(), types.end(),
                               [&](const MaybeType& type) { return !type || coerces(*type, *common, casts.types()); });
}

void compare_two(const Arguments& both, std::string_view op, const Casts& casts) {
  const FindConversion conversion = [&](const ArgumentTypes& types) { return resolve_operator(op, types, casts.types()); };
  if (!convert(both, conversion, casts)) meet(both, casts);
}

/// `left IN (members)`: the members get the type that all meet in (transformAExprIn in parser/parse_expr.c). False where it is
/// known that there is none.
bool give_type_of_in(const Expression& left, std::vector<Expression>& members, const Casts& casts) {
  std::vector<const Expression*> all = pointers_to(std::as_const(members));
  all.insert(all.begin(), &left);
  const auto types = argument_types(all, casts.types());
  const MaybeType common = types ? common_type_of(*types, casts.types()) : std::nullopt;
  if (types && !is_met_by_all(common, *types, casts)) return false;
  if (common)
    for (Expression& member : members) put_on_cast(member, {common->name, {}, common->is_array}, casts);
  meet(pointers_to(members), casts);
  return true;
}

/// `left = a OR left = b`, each looked for by itself.
Expression compare_one_by_one(const Expression& operation, const Casts& casts) {
  const bool is_any = operation.args[1].text == "any";
  std::vector<Expression> terms;
  for (const Expression& member : operation.args[1].args.front().args) {
    terms.push_back(pgplumb::operation(operation.text, operation.args[0], member));
    compare_two(pointers_to(terms.back().args), operation.text, casts);
  }
  return junction(is_any ? Kind::any_of : Kind::all_of, std::move(terms));
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
    if (!give_type_of_in(left, list.args, casts)) {
      operation = compare_one_by_one(operation, casts);
      return;
    }
    list.text.clear();
  }
  const FindConversion conversion = [&](ArgumentTypes types) {
    if (types[1]) types[1] = element_of(base_type(*types[1], casts.types()));
    auto found = resolve_operator(operation.text, types, casts.types());
    if (found) found->parameters[1].is_array = true;
    return found;
  };
  if (convert({&left, &list}, conversion, casts)) return;
  if (list.kind == Kind::array) meet(pointers_to(list.args), casts);
  const MaybeType list_type = casts.type(list);
  if (list_type && list_type->is_array && !is_string(list)) casts.expect(left, element_of(*list_type));
  if (MaybeType array = casts.type(left); array && !array->is_array) {
    array->is_array = true;
    casts.expect(list, *array);
  }
}

void compare_members(Expression& operation, const Casts& casts) {
  std::vector<Expression>&left = operation.args.front().args, &right = operation.args.back().args;
  for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) compare_two({&left[i], &right[i]}, operation.text, casts);
}

}  // namespace pgplumb
