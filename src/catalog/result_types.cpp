#include "catalog/result_types.h"

#include <algorithm>

#include "sql/builtin_types.h"
#include "sql/canonical/resolution/signatures.h"

namespace pgplumb {

namespace {

const Symbol* function_for(const Routine& aggregate, std::string_view option) {
  const auto found = std::find_if(aggregate.functions->begin(), aggregate.functions->end(),
                                  [&](const HelperFunction& one) { return one.option == option; });
  return found == aggregate.functions->end() ? nullptr : found->function.symbol;
}

/// Of one of PostgreSQL's own, where there is one of that name only.
std::optional<DataType> result_of_own(const Symbol& function) {
  const auto signatures = functions_named(function.text);
  return !function.parent && signatures.size() == 1 ? std::optional(signatures.front().result) : std::nullopt;
}

/// `stype = integer`, the last of the options, where that is one of PostgreSQL's own.
std::optional<DataType> type_gathered(const Routine& aggregate) {
  constexpr std::string_view option = "stype = ", of_array = "[]";
  std::string_view type = aggregate.body.str();
  const std::size_t at = type.rfind(option);
  if (at == type.npos) return std::nullopt;
  type.remove_prefix(at + option.size());
  const bool is_array = type.ends_with(of_array);
  if (is_array) type.remove_suffix(of_array.size());
  const auto all = all_builtin_types();
  const auto found = std::find_if(all.begin(), all.end(), [&](const BuiltinType& one) { return one.spelling == type; });
  if (found == all.end()) return std::nullopt;
  return DataType{builtin_type(found->name), {}, is_array};
}

}  // namespace

std::optional<DataType> result_type(const Draft& draft, const Routine& routine) {
  if (routine.returns.type->name) return *routine.returns.type;
  if (routine.routine_kind != RoutineKind::aggregate) return std::nullopt;
  const Symbol* ends_with = function_for(routine, "finalfunc");
  const Symbol* last = ends_with ? ends_with : function_for(routine, "sfunc");  // which gives what is gathered
  const auto* made = draft.object<Routine>(last);
  if (!made && !ends_with) return type_gathered(routine);
  const auto type = made ? std::optional(*made->returns.type) : result_of_own(*last);
  return type && type->name ? type : std::nullopt;
}

}  // namespace pgplumb
