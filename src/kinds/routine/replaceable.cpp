#include "kinds/routine/replaceable.h"

#include <algorithm>
#include <string>
#include <vector>

#include "catalog/routines.h"
#include "kinds/routine/options.h"

namespace pgplumb {

namespace {

using Parameters = std::vector<RoutineParameter>;

Parameters only(const Parameters& parameters, bool (*is_wanted)(const RoutineParameter&)) {
  Parameters some;
  std::copy_if(parameters.begin(), parameters.end(), std::back_inserter(some), is_wanted);
  return some;
}

/// Of what a row that is returned consists.
bool same_row(const Routine& from, const Routine& to) {
  const Parameters before = only(from.parameters, is_output), after = only(to.parameters, is_output);
  const auto same = [](const RoutineParameter& a, const RoutineParameter& b) { return a.name == b.name && a.type == b.type; };
  return (before.size() < 2 && after.size() < 2) || std::equal(before.begin(), before.end(), after.begin(), after.end(), same);
}

/// A name that callers may use stays, and so does a default that they may count on.
bool keeps_inputs(const Routine& from, const Routine& to) {
  const Parameters before = only(from.parameters, is_input), after = only(to.parameters, is_input);
  const auto keeps = [](const RoutineParameter& a, const RoutineParameter& b) {
    return (a.name.empty() || a.name == b.name) && (!a.default_value || b.default_value);
  };
  return std::equal(before.begin(), before.end(), after.begin(), after.end(), keeps);
}

/// `stype = integer` of an aggregate; "" where it does not say it.
std::string option_of(const Routine& aggregate, const std::string& name) {
  const std::string options = ", " + aggregate.body.str() + ",";
  const auto at = options.find(", " + name + " = ");
  return at == options.npos ? "" : options.substr(at, options.find(',', at + 1) - at);
}

/// The last of them gives the result its type.
bool same_steps(const Routine& from, const Routine& to) {
  return option_of(from, "stype") == option_of(to, "stype") && function_of(from, "finalfunc") == function_of(to, "finalfunc");
}

}  // namespace

bool is_replaceable(const Routine& from, const Routine& to) {
  if (from.routine_kind != to.routine_kind) return false;
  if (from.routine_kind == RoutineKind::aggregate) return same_steps(from, to) && keeps_inputs(from, to);
  return from.returns == to.returns && same_row(from, to) && keeps_inputs(from, to);
}

}  // namespace pgplumb
