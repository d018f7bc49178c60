// What a call or an operation of the canonical tree means.
#pragma once

#include <pgplumb/sql/expression.h>

#include "sql/canonical/resolution/resolve.h"

namespace pgplumb {

/// `'x'`, or NULL that was not cast: what it is follows from where it stands.
bool is_untyped(const Expression& expression);

std::vector<const Expression*> pointers_to(const std::vector<Expression>& expressions);

/// None where the type of one is not known.
std::optional<ArgumentTypes> argument_types(const std::vector<const Expression*>& arguments, const KnownTypes& types);

/// `name => value`: which parameter it is for is not known.
bool is_named(const Expression& argument);
/// Of count(*), which is no argument.
bool is_star(const Expression& argument);
/// `VARIADIC array`
bool is_variadic(const Expression& argument);
/// Whether the last argument is that.
bool is_spread(const Expression& call);

/// The arguments that parameters are for, of `VARIADIC array` the array itself. None where one is named.
template <class Node>
std::optional<std::vector<Node*>> arguments_of(Node& call) {
  std::vector<Node*> arguments;
  for (Node& argument : call.args) {
    if (is_named(argument)) return std::nullopt;
    if (!is_star(argument)) arguments.push_back(is_variadic(argument) ? &argument.args.front() : &argument);
  }
  return arguments;
}

/// `s.f` of `f(integer)`
std::string name_in_schema(const Symbol& routine);
/// That of the routine or operator that a call means, with its schema, where it is known; else as it is written.
std::string name_of_called(const Expression& call);

/// Of a call or an operation; none where the types of its arguments do not tell.
std::optional<Resolution> resolve_call(const Expression& call, const KnownTypes& types);
std::optional<Resolution> resolve_call(const Expression& call, const ArgumentTypes& arguments, const KnownTypes& types);

}  // namespace pgplumb
