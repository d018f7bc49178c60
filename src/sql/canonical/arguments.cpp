#include "sql/canonical/arguments.h"

#include <algorithm>

#include "sql/canonical/literals/literals.h"
#include "sql/canonical/resolution/coercion.h"
#include "sql/canonical/resolution/polymorphic.h"
#include "sql/canonical/resolution/resolve_call.h"
#include "sql/expression_forms.h"

namespace pgplumb {
namespace {

using Kind = Expression::Kind;

bool is_whole(const DataType& type) { return is_type(type, "int2") || is_type(type, "int4") || is_type(type, "int8"); }

/// Compares or computes whole numbers, whatever their size; to_hex() shows the size, and a function of the source's may do
/// anything.
bool is_of_whole(const Resolution& found) {
  return !found.is_of_source && std::all_of(found.parameters.begin(), found.parameters.end(), is_whole) &&
         (is_whole(found.result) || is_type(found.result, "bool"));
}

/// The same function; or one that does the same, as those that compare and add whole numbers of other sizes do.
bool mean_the_same(const Resolution& a, const Resolution& b) {
  if (!is_same_but_for_label(a.result, b.result)) return false;
  const bool same_parameters =
      std::equal(a.parameters.begin(), a.parameters.end(), b.parameters.begin(), b.parameters.end(), is_same_but_for_label);
  return (a.signature == b.signature && same_parameters) || (is_of_whole(a) && is_of_whole(b));
}

std::optional<ArgumentTypes> types_of(const Arguments& arguments, const Casts& casts) {
  return argument_types({arguments.begin(), arguments.end()}, casts.types());
}

std::optional<Resolution> find(const Arguments& arguments, const FindConversion& conversion, const Casts& casts) {
  const auto types = types_of(arguments, casts);
  return types ? conversion(*types) : std::nullopt;
}

/// The members of an array are converted each by itself.
bool is_list(const Expression& value, const DataType& type) {
  return value.kind == Kind::array && !value.args.empty() && type.is_array;
}

bool is_cast_that_follows(const Expression& value, const DataType& type, const Casts& casts) {
  if (value.kind != Kind::cast) return false;
  const Expression& inner = value.args.front();
  const bool is_label =
      casts.only_labels(value) && (!is_string(inner) || family_of(base_type(type, casts.types())) == TypeFamily::text);
  if (is_label) return true;
  if (!value.type.modifiers.empty() || !is_same_but_for_label(value.type, type)) return false;
  // A literal that is not understood keeps its type, by which it is told from one that is.
  if (is_string(inner)) return typed_literal(inner.text, type, casts.types()).kind != Kind::cast;
  if (is_untyped(inner)) return true;
  const MaybeType from = casts.type(inner);
  return from && coerces(*from, type, casts.types());
}

/// What NULL was cast to goes too, so that others keep the casts that follow from it.
void take_off_cast(Expression& value, const DataType& type, const Casts& casts) {
  if (value.kind == Kind::null) {
    value.type = {};
  } else if (is_list(value, type)) {
    for (Expression& member : value.args) take_off_cast(member, type_of_member(member, type), casts);
  } else if (is_collation(value)) {
    take_off_cast(value.args.front(), type, casts);
  } else {
    while (is_cast_that_follows(value, type, casts)) unwrap(value);
  }
}

}  // namespace

Arguments pointers_to(std::vector<Expression>& expressions) {
  Arguments pointers;
  for (Expression& expression : expressions) pointers.push_back(&expression);
  return pointers;
}

void put_on_cast(Expression& value, const DataType& type, const Casts& casts) {
  if (is_list(value, type)) {
    for (Expression& member : value.args) put_on_cast(member, type_of_member(member, type), casts);
    return;
  }
  if (is_collation(value)) {
    if (is_collatable(base_type(type, casts.types()))) return put_on_cast(value.args.front(), type, casts);
    unwrap(value);
  }
  if (value.kind == Kind::null) return;
  if (is_string(value)) return casts.give_type(value, type);
  const MaybeType from = casts.type(value);
  if (from && is_same_type(*from, type)) return;
  value = cast_to(type, std::move(value));
  casts.rewrite(value);
}

DataType type_of_member(const Expression& member, const DataType& array) {
  return member.kind == Kind::array ? array : element_of(array);
}

std::optional<Resolution> convert(const Arguments& arguments, const FindConversion& conversion, const Casts& casts) {
  const auto found = find(arguments, conversion, casts);
  if (!found) return found;
  std::vector<Expression> without_casts;
  without_casts.reserve(arguments.size());
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const DataType& type = found->parameters[i];
    if (is_any(type)) {
      if (is_text_constant(*arguments[i]) && is_type(arguments[i]->type, "text")) unwrap(*arguments[i]);
      continue;
    }
    if (is_untyped(*arguments[i])) put_on_cast(*arguments[i], type, casts);
    const MaybeType own = casts.type(*arguments[i]);
    if (!own || is_same_type(*own, type)) casts.expect(*arguments[i], type);
  }
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    without_casts.push_back(*arguments[i]);
    if (!is_any(found->parameters[i])) take_off_cast(without_casts.back(), found->parameters[i], casts);
  }
  Arguments shorter;
  for (Expression& argument : without_casts) shorter.push_back(&argument);
  const auto found_again = find(shorter, conversion, casts);
  const bool follows = found_again && mean_the_same(*found, *found_again);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (follows)
      *arguments[i] = std::move(without_casts[i]);
    else if (!is_any(found->parameters[i]))
      put_on_cast(*arguments[i], found->parameters[i], casts);
  }
  return found;
}

void read_literals_for_all(const Expression& call, const Arguments& arguments, const Casts& casts) {
  const auto signatures = functions_named(call.text);
  const auto takes = [&](const Signature& one) {
    return one.is_variadic ||
           (arguments.size() <= one.parameters.size() && arguments.size() + one.defaults >= one.parameters.size());
  };
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    MaybeType type;
    bool is_one = true;
    for (const Signature& one : signatures) {
      if (!takes(one)) continue;
      is_one = is_one && !one.is_variadic && (!type || is_same_type(*type, one.parameters[i]));
      if (is_one) type = one.parameters[i];
    }
    if (is_one && type && !is_any(*type) && !is_polymorphic(*type)) casts.expect(*arguments[i], *type);
  }
}

void meet(const Arguments& values, const Casts& casts) {
  static const Signature none;
  const auto common = [&](const ArgumentTypes& types) -> std::optional<Resolution> {
    const MaybeType type = common_type_of(types, casts.types());
    if (!type) return std::nullopt;
    return Resolution{&none, std::vector<DataType>(types.size(), *type), *type};
  };
  if (convert(values, common, casts)) return;
  // What is known tells the type of literals at least.
  Arguments known;
  for (Expression* value : values)
    if (is_untyped(*value) || casts.type(*value)) known.push_back(value);
  const bool tells = known.size() < values.size() &&
                     !std::all_of(known.begin(), known.end(), [](const Expression* e) { return is_untyped(*e); });
  if (tells && convert(known, common, casts)) return;
  for (Expression* value : values) casts.take_off_labels(*value);
}

}  // namespace pgplumb
