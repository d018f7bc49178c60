// What goes into a routine and what comes out of it.
#pragma once

#include <pgplumb/kinds/routine.h>

#include <algorithm>
#include <cstddef>

namespace pgplumb {

/// Whether a call has an argument for it.
inline bool is_input(const RoutineParameter& parameter) {
  return parameter.mode != ParameterMode::out && parameter.mode != ParameterMode::table;
}

inline bool is_output(const RoutineParameter& parameter) {
  return parameter.mode == ParameterMode::out || parameter.mode == ParameterMode::inout || parameter.mode == ParameterMode::table;
}

/// As calls of it are resolved.
inline Signature call_signature(const Routine& routine) {
  Signature signature;
  for (const RoutineParameter& parameter : routine.parameters) {
    if (!is_input(parameter)) continue;
    signature.parameters.push_back(parameter.type);
    signature.defaults += static_cast<bool>(parameter.default_value);
    signature.is_variadic |= parameter.mode == ParameterMode::variadic;
  }
  signature.result = *routine.returns.type;
  return signature;
}

/// Whether it may be called with so many arguments.
inline bool takes(const Routine& routine, std::size_t arguments) {
  std::size_t least = 0, most = 0;
  for (const RoutineParameter& parameter : routine.parameters) {
    if (!is_input(parameter)) continue;
    const bool is_variadic = parameter.mode == ParameterMode::variadic;
    least += !parameter.default_value && !is_variadic;
    most = is_variadic ? std::max(most + 1, arguments) : most + 1;
  }
  return least <= arguments && arguments <= most;
}

}  // namespace pgplumb
