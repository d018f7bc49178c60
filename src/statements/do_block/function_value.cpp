#include "statements/do_block/function_value.h"

#include <algorithm>

#include "catalog/routines.h"
#include "kinds/routine/result.h"
#include "sql/canonical/resolution/signatures.h"
#include "statements/do_block/block_runner.h"
#include "statements/do_block/call_arguments.h"
#include "statements/do_block/doubt/effect.h"
#include "statements/do_block/evaluator/condition.h"

namespace pgplumb {

namespace {

/// The first value of the only SELECT.
Value value_of_sql(Session& session, const Variables& arguments, const std::string& body) {
  const auto rows = evaluate_query(session, arguments, body);
  if (!rows) return Value::unknown();
  return rows->empty() || rows->front().empty() ? Value::null() : rows->front().front().second;
}

bool gives_nothing(const Routine& routine) {
  if (const Symbol* type = routine.returns.type->name) return type->text == "void";
  return std::none_of(routine.parameters.begin(), routine.parameters.end(), is_output);
}

/// In PL/pgSQL the empty text, in SQL NULL.
Value value_of_void(const Routine& routine) { return routine.language == "sql" ? Value::null() : Value::of(std::string()); }

/// Whatever it does on the way is undone.
Value value_of_plpgsql(Session& session, Variables arguments, const std::string& body) {
  const Session::Mark mark = session.mark();
  BlockRunner runner(session, "call", body, std::nullopt, std::move(arguments));
  runner.run(read_plpgsql(body));
  session.rollback(mark);
  return runner.returned();
}

/// Those that are not bound one by one.
bool has_named_arguments(const FuncCall* call) {
  const auto args = nodes_of(call->args);
  return call->func_variadic ||
         std::any_of(args.begin(), args.end(), [](const Node* arg) { return as<NamedArgExpr>(arg) != nullptr; });
}

}  // namespace

Value value_of_function(Session& session, const FuncCall* call, const std::vector<Value>& args) {
  const auto [schema, name] = qualified_name(call->funcname);
  const bool is_system_function = schema.empty() && !functions_named(name).empty();
  if (is_system_function || has_named_arguments(call) || Running::is_too_deep_to_doubt()) return Value::unknown();
  const auto found = routines_in_path(session, call, can_be_bound);
  if (found.size() != 1 || !session.is_known(found.front())) return Value::unknown();
  const Routine routine = *session.draft().object<Routine>(found.front());
  const bool is_plain = routine.routine_kind == RoutineKind::function && !routine.returns.is_set && routine.settings.empty();
  if (is_plain && gives_nothing(routine)) return value_of_void(routine);
  const Running depth;
  try {
    if (!is_plain || effect_of(session, routine) != Effect::none) return Value::unknown();
    Variables arguments = Arguments(session, {}).bind(given_to(routine), args);
    const std::string body = routine.body.str();
    const Value given = routine.language == "sql"       ? value_of_sql(session, arguments, body)
                        : routine.language == "plpgsql" ? value_of_plpgsql(session, std::move(arguments), body)
                                                        : Value::unknown();
    return Evaluator(session, {}).read_as(*routine.returns.type, given);
  } catch (const SyntaxError&) {
    return Value::unknown();
  }
}

}  // namespace pgplumb
