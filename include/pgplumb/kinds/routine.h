#pragma once

#include <pgplumb/kinds/field.h>
#include <pgplumb/kinds/seldom.h>

namespace pgplumb {

/// pg_proc.prokind f, p, a, w
enum class RoutineKind : unsigned char { function, procedure, aggregate, window };
std::string show_value(RoutineKind value);

/// pg_proc.provolatile v, s, i
enum class Volatility : unsigned char { volatile_, stable, immutable };
std::string show_value(Volatility value);

/// pg_proc.proparallel u, r, s
enum class Parallel : unsigned char { unsafe, restricted, safe };
std::string show_value(Parallel value);

/// pg_proc.proargmodes i, o, b, v, t
enum class ParameterMode : unsigned char { in, out, inout, variadic, table };

struct RoutineParameter {
  ParameterMode mode = ParameterMode::in;
  Text name;
  DataType type;
  ExpressionField default_value;

  friend bool operator==(const RoutineParameter&, const RoutineParameter&) = default;
};
std::string show_value(const RoutineParameter& value);
std::string show_value(const std::vector<RoutineParameter>& value);

/// What a function returns; no type for procedures.
struct ReturnType {
  Seldom<DataType> type;
  bool is_set = false;

  friend bool operator==(const ReturnType&, const ReturnType&) = default;
};
std::string show_value(const ReturnType& value);

/// A function that an aggregate is made of, or that tells the planner of another: "sfunc", "support".
struct HelperFunction {
  Text option;
  RoutineRef function;

  friend bool operator==(const HelperFunction&, const HelperFunction&) = default;
};
std::string show_value(const HelperFunction& value);
std::string show_value(const std::vector<HelperFunction>& value);

/// A function, procedure or aggregate (pg_proc). Its name is its signature: see signature_of().
struct Routine {
  static constexpr std::string_view kind = "function";
  std::vector<RoutineParameter> parameters;
  ReturnType returns;
  Text language;
  RoutineKind routine_kind = RoutineKind::function;
  Volatility volatility = Volatility::volatile_;
  bool strict = false;
  bool security_definer = false;
  bool leakproof = false;
  Parallel parallel = Parallel::unsafe;
  Text cost;        ///< COST and ROWS where they are not the usual: "cost 10 rows 5"
  Text transforms;  ///< TRANSFORM: "FOR TYPE hstore, FOR TYPE ltree"
  Text settings;    ///< SET: "search_path = public, work_mem = 4MB"; sorted
  /// The source as it was given, or what an aggregate is made of besides functions. "" where `definition` is.
  Text body;
  Seldom<std::vector<HelperFunction>> functions;  ///< by option
  /// RETURN …, BEGIN ATOMIC … END
  ExpressionField definition;

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"routine_kind", &Routine::routine_kind}, Field{"parameters", &Routine::parameters},
                 Field{"returns", &Routine::returns}, Field{"language", &Routine::language},
                 Field{"volatility", &Routine::volatility}, Field{"strict", &Routine::strict},
                 Field{"security_definer", &Routine::security_definer}, Field{"leakproof", &Routine::leakproof},
                 Field{"parallel", &Routine::parallel}, Field{"cost", &Routine::cost}, Field{"transforms", &Routine::transforms},
                 Field{"settings", &Routine::settings}, Field{"body", &Routine::body}, Field{"functions", &Routine::functions},
                 Field{"definition", &Routine::definition});
  }
  friend bool operator==(const Routine&, const Routine&) = default;
};

/// "notify(integer, text)": the name with the types of the parameters that a call gives (pg_get_function_identity_arguments
/// without names). PostgreSQL knows routines by it, and so do catalogs.
std::string signature_of(std::string_view name, const std::vector<RoutineParameter>& parameters);

}  // namespace pgplumb
