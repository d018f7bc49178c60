#include "sql/canonical/calls.h"

#include <algorithm>
#include <utility>

#include "sql/canonical/arguments.h"
#include "sql/canonical/cast_of_parts.h"
#include "sql/canonical/final_names.h"
#include "sql/canonical/functions.h"
#include "sql/canonical/resolution/coercion.h"
#include "sql/canonical/resolution/resolve_call.h"
#include "sql/expression_forms.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;

/// `f(a, VARIADIC ARRAY[b, c])`, as the server stores it, is `f(a, b, c)`.
void spread(Expression& call) {
  if (!is_spread(call)) return;
  Expression array = std::move(call.args.back().args.front());
  if (array.kind != Kind::array || array.args.empty()) {
    call.args.back().args.front() = std::move(array);
    return;
  }
  call.args.pop_back();
  std::move(array.args.begin(), array.args.end(), std::back_inserter(call.args));
}

/// What SIMILAR TO calls up to PostgreSQL 12, with NULL where no ESCAPE is given.
void rewrite_similar(Expression& call) {
  call.text = "similar_to_escape";
  if (call.args.size() == 2 && call.args.back().kind == Kind::null) call.args.pop_back();
}

/// Rows have functions, and what an extension's types have is not known.
bool has_text(const DataType& type, const KnownTypes& types) {
  const bool is_known = type.is_array || type.name->parent == pg_catalog() || type.name->number > 0;
  return is_known && !is_type(type, "record") && !is_row(base_type(type, types), types);
}

/// `date(day)` of a date, `text(code)` of a varchar, `text(3)`: without a function of these very types, a call by the name of a
/// type is a cast where that changes the label only, or reads or writes a text (func_get_detail in parser/parse_func.c).
bool is_cast_by_name(const Expression& call, const Casts& casts) {
  if (call.args.size() != 1 || !builtin_type(call.text)) return false;
  const MaybeType from = casts.type(call.args.front());
  const auto signatures = functions_named(call.text);
  const bool is_function = from && std::any_of(signatures.begin(), signatures.end(), [&](const Signature& signature) {
                             return signature.parameters.size() == 1 && is_same_type(signature.parameters.front(), *from);
                           });
  const DataType to = builtin_data_type(call.text);
  const bool becomes_text = from && family_of(to) == TypeFamily::text && has_text(*from, casts.types());
  return from && !is_function && (is_same_type(*from, to) || family_of(*from) == TypeFamily::text || becomes_text);
}

}  // namespace

void take_off_labels(std::vector<Expression>& arguments, const Casts& casts) {
  for (Expression& argument : arguments) casts.take_off_labels(argument);
}

bool convert_arguments(Expression& call, const Casts& casts) {
  call.type = {};
  const auto arguments = arguments_of(call);
  if (!arguments) return false;
  const FindConversion conversion = [&](const ArgumentTypes& types) { return resolve_call(call, types, casts.types()); };
  const auto found = convert(*arguments, conversion, casts);
  if (!found) {
    if (call.kind == Kind::call && !is_spread(call)) read_literals_for_all(call, *arguments, casts);
    return false;
  }
  call.type = found->result;
  return true;
}

void rewrite_call(Expression& call, const Casts& casts) {
  name_function(call, casts.types());
  if (call.text == "transaction_timestamp") call.text = "now";
  if (call.text == "similar_escape") rewrite_similar(call);
  if (is_cast_by_name(call, casts)) {
    call = cast_to(builtin_data_type(call.text), std::move(call.args.front()));
    return rewrite_cast(call, casts);
  }
  spread(call);
  // `nextval('public.orders_id_seq'::regclass)`: neither the cast nor these schemas tell anything.
  for (std::size_t i = 0; i < call.args.size(); ++i)
    if (const std::string_view kind = kind_of_object_named(call, i, casts.types()); !kind.empty())
      casts.expect(call.args[i], builtin_data_type(kind));
  if (!convert_arguments(call, casts)) take_off_labels(call.args, casts);
}

void rewrite_ordered_set(Expression& call, Expression& order, const Casts& casts) {
  Arguments arguments = pointers_to(call.args);
  for (Expression& sort : order.args) arguments.push_back(&sort.args.front());
  const FindConversion conversion = [&](const ArgumentTypes& types) { return resolve_function(call.text, types, casts.types()); };
  if (const auto found = convert(arguments, conversion, casts)) call.type = found->result;
}

}  // namespace pgplumb
