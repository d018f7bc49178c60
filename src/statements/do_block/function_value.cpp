#include "statements/do_block/function_value.h"

#include <algorithm>
#include <utility>

#include "catalog/routines.h"
#include "kinds/routine/result.h"
#include "sql/canonical/resolution/signatures.h"
#include "statements/do_block/block_runner.h"
#include "statements/do_block/call_arguments.h"
#include "statements/do_block/doubt/effect.h"
#include "statements/do_block/evaluator/condition.h"
#include "statements/do_block/texts.h"

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
  return !routine.returns.is_set && std::none_of(routine.parameters.begin(), routine.parameters.end(), is_output);
}

/// In PL/pgSQL the empty text, in SQL NULL.
Value value_of_void(const Routine& routine) { return routine.language == "sql" ? Value::null() : Value::of(std::string()); }

/// Whatever it does on the way is undone. Calls `take(runner)` where it has ended.
template <class Take>
auto take_from_plpgsql(Session& session, const Variables& arguments, const std::string& body, const Take& take) {
  const Session::Mark mark = session.mark();
  Session::Fired fired = std::move(session.fired);  // which is as it was, behind it
  BlockRunner runner(session, "call", body, std::nullopt, arguments);
  const auto block = read_body(session, body);
  runner.run(*block);
  session.rollback(mark);
  session.fired = std::move(fired);
  return take(runner);
}

using Values = std::optional<std::vector<Value>>;

/// The only column of the rows that a SELECT gives.
Values column_of_sql(Session& session, const Variables& arguments, const std::string& body) {
  const auto rows = evaluate_query(session, arguments, body);
  if (!rows) return std::nullopt;
  std::vector<Value> values;
  for (const ResultRow& row : *rows) {
    if (row.size() != 1 || !row.front().second.is_known()) return std::nullopt;
    values.push_back(row.front().second);
  }
  return values;
}

std::string without_semicolon(std::string body) {
  const auto last = body.find_last_not_of(" \t\n\r;");
  return body.substr(0, last == std::string::npos ? 0 : last + 1);
}

/// Those that are not bound one by one.
bool has_named_arguments(const FuncCall* call) {
  const auto args = nodes_of(call->args);
  return call->func_variadic ||
         std::any_of(args.begin(), args.end(), [](const Node* arg) { return as<NamedArgExpr>(arg) != nullptr; });
}

/// The function of the draft that is called; null where that cannot be told, or what it runs with.
const Symbol* function_called(Session& session, const FuncCall* call) {
  const auto [schema, name] = qualified_name(call->funcname);
  const bool is_system_function = schema.empty() && !functions_named(name).empty();
  if (is_system_function || has_named_arguments(call) || Running::is_too_deep_to_doubt()) return nullptr;
  const auto found = routines_in_path(session, call, can_be_bound);
  if (found.size() != 1 || !session.is_known(found.front())) return nullptr;
  const auto* routine = session.draft().object<Routine>(found.front());
  const bool is_plain = routine->routine_kind == RoutineKind::function && routine->settings.empty();
  return is_plain ? found.front() : nullptr;
}

/// Calls `ask(routine, arguments)` for one that is called with these values, where it changes nothing that is known here.
template <class Answer, class Ask>
Answer ask_function(Session& session, const Symbol* function, const std::vector<Value>& args, const Ask& ask) {
  const Running depth;
  try {
    if (effect_of(session, function) != Effect::none) return Answer();
    const Routine routine = *session.draft().object<Routine>(function);
    return ask(routine, Arguments(session, {}).bind(given_to(routine), args));
  } catch (const SyntaxError&) {
    return Answer();
  }
}

/// The same of the values that it gives, each as one of the routine's type.
template <class Ask>
Values ask_for_values(Session& session, const Symbol* function, const std::vector<Value>& args, const Ask& ask) {
  const DataType type = *session.draft().object<Routine>(function)->returns.type;
  Values values = ask_function<Values>(session, function, args, ask);
  return values ? Evaluator(session, {}).elements_read_as(type, *std::move(values)) : std::nullopt;
}

}  // namespace

Value value_of_function(Session& session, const FuncCall* call, const std::vector<Value>& args) {
  const Symbol* function = function_called(session, call);
  if (!function) return Value::unknown();
  const Routine called = *session.draft().object<Routine>(function);
  if (called.returns.is_set || called.returns.type->is_array) return Value::unknown();
  if (gives_nothing(called)) return value_of_void(called);
  const Value given = ask_function<Value>(session, function, args, [&](const Routine& routine, const Variables& arguments) {
    const std::string& body = routine.body.str();
    if (routine.language == "sql") return value_of_sql(session, arguments, body);
    if (!(routine.language == "plpgsql")) return Value::unknown();
    return take_from_plpgsql(session, arguments, body, [](const BlockRunner& runner) { return runner.returned(); });
  });
  return Evaluator(session, {}).read_as(*called.returns.type, given);
}

Values elements_of_function(Session& session, const FuncCall* call, const std::vector<Value>& args) {
  const Symbol* function = function_called(session, call);
  const auto* called = session.draft().object<Routine>(function);
  if (!called || called->returns.is_set || !called->returns.type->is_array) return std::nullopt;
  return ask_for_values(session, function, args, [&](const Routine& routine, const Variables& arguments) -> Values {
    const std::string& body = routine.body.str();
    if (routine.language == "sql") return evaluate_array(session, arguments, "(" + without_semicolon(body) + ")");
    if (!(routine.language == "plpgsql")) return std::nullopt;
    return take_from_plpgsql(session, arguments, body, [](const BlockRunner& runner) { return runner.returned_elements(); });
  });
}

Values rows_of_function(Session& session, const FuncCall* call, const std::vector<Value>& args) {
  const Symbol* function = function_called(session, call);
  const auto* called = session.draft().object<Routine>(function);
  if (!called || !called->returns.is_set) return std::nullopt;
  if (std::any_of(called->parameters.begin(), called->parameters.end(), is_output)) return std::nullopt;
  return ask_for_values(session, function, args, [&](const Routine& routine, const Variables& arguments) -> Values {
    const std::string& body = routine.body.str();
    if (routine.language == "sql") return column_of_sql(session, arguments, body);
    if (!(routine.language == "plpgsql")) return std::nullopt;
    return take_from_plpgsql(session, arguments, body, [](const BlockRunner& runner) { return runner.given_rows(); });
  });
}

}  // namespace pgplumb
