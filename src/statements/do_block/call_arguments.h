// What a routine is called with, and what a procedure gives back.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string>
#include <string_view>
#include <vector>

#include "sql/nodes.h"
#include "statements/do_block/evaluator/variables.h"

namespace pgplumb {

/// How deep routines are in one another that run now.
class Running {
 public:
  Running() { ++depth_; }
  ~Running() { --depth_; }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  static bool is_too_deep() { return depth_ > 20; }
  /// Of what may be called, every call in every branch is looked into.
  static bool is_too_deep_to_doubt() { return depth_ > 3; }

 private:
  static thread_local int depth_;
};

/// The parameters that a call has arguments for: all of a procedure.
std::vector<RoutineParameter> given_to(const Routine& routine);

/// Whether so many arguments can be bound: of a VARIADIC parameter any number from one.
bool can_be_bound(const Routine& routine, std::size_t count);

/// Each parameter by its name and by its number.
class Arguments {
 public:
  /// `around`: the variables that arguments may name.
  Arguments(Session& session, const Variables& around) : session_(session), around_(around) {}

  Variables bind(const std::vector<RoutineParameter>& parameters, const FuncCall* call);
  /// The same of arguments that are known.
  Variables bind(const std::vector<RoutineParameter>& parameters, const std::vector<Value>& values);

 private:
  void set_defaults(const std::vector<RoutineParameter>& parameters);
  void set(const RoutineParameter& parameter, std::size_t place, const Node* arg);
  void set(const RoutineParameter& parameter, std::size_t place, Value value);
  void set(const RoutineParameter& parameter, std::size_t place, const std::vector<Value>& elements);

  Session& session_;
  const Variables& around_;
  Variables bound_;
};

/// Whether CALL gives values back to the variables that are its arguments.
bool gives_back_anything(const Routine& procedure);
/// What a CALL of what is found may give a value is no longer known: where nothing is, what any argument names.
void forget_given_back(Session& session, const std::vector<const Symbol*>& found, const FuncCall* call, Variables& variables);
/// `after`: the procedure's variables in the end.
void take_given_back(Session& session, const Routine& procedure, const FuncCall* call, const Variables& after,
                     Variables& variables);

}  // namespace pgplumb
