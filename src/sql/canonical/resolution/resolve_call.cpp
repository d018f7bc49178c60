#include "sql/canonical/resolution/resolve_call.h"

#include "sql/expression_forms.h"

namespace pgplumb {

using Kind = Expression::Kind;

bool is_named(const Expression& argument) { return argument.kind == Kind::other && argument.text.ends_with(" =>"); }

bool is_star(const Expression& argument) { return argument.kind == Kind::other && argument.text == "*"; }

bool is_variadic(const Expression& argument) { return argument.kind == Kind::other && argument.text == "variadic"; }

bool is_spread(const Expression& call) { return !call.args.empty() && is_variadic(call.args.back()); }

bool is_untyped(const Expression& expression) {
  if (is_collation(expression)) return is_untyped(expression.args.front());
  if (expression.kind == Kind::null) return !expression.type.name;
  if (is_string(expression)) return true;
  return expression.kind == Kind::array && expression.args.empty();
}

std::vector<const Expression*> pointers_to(const std::vector<Expression>& expressions) {
  std::vector<const Expression*> pointers;
  for (const Expression& expression : expressions) pointers.push_back(&expression);
  return pointers;
}

std::optional<ArgumentTypes> argument_types(const std::vector<const Expression*>& arguments, const KnownTypes& types) {
  ArgumentTypes all;
  for (const Expression* argument : arguments) {
    all.push_back(is_untyped(*argument) ? std::nullopt : type_of(*argument, types));
    if (!all.back() && !is_untyped(*argument)) return std::nullopt;
    if (all.back()) all.back() = as_in_signatures(*all.back());
  }
  return all;
}

std::string name_in_schema(const Symbol& routine) {
  return (routine.parent ? routine.parent->text + "." : "") + routine.text.substr(0, routine.text.find('('));
}

std::string name_of_called(const Expression& call) {
  const bool has_signature = call.routine && call.routine->text.find('(') != std::string::npos;
  return has_signature ? name_in_schema(*call.routine) : call.text;
}

namespace {

/// Without a schema, it is PostgreSQL's own, one of public or an extension's.
std::optional<Resolution> resolve_operation(const Expression& operation, const ArgumentTypes& arguments,
                                            const KnownTypes& types) {
  const std::string name = name_of_called(operation);
  if (name.find('.') != name.npos) return resolve_made_operator(name, arguments, types);
  const auto own = resolve_operator(name, arguments, types);
  if (own) return own;
  const auto made = resolve_made_operator("public." + name, arguments, types);
  return made ? made : resolve_made_operator(name, arguments, types);
}

}  // namespace

std::optional<Resolution> resolve_call(const Expression& call, const ArgumentTypes& arguments, const KnownTypes& types) {
  if (call.kind == Kind::operation) return resolve_operation(call, arguments, types);
  return resolve_function(name_of_called(call), arguments, types, is_spread(call));
}

std::optional<Resolution> resolve_call(const Expression& call, const KnownTypes& types) {
  const auto arguments = arguments_of(call);
  const auto all = arguments ? argument_types(*arguments, types) : std::nullopt;
  return all ? resolve_call(call, *all, types) : std::nullopt;
}

}  // namespace pgplumb
