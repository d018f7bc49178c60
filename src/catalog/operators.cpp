#include "catalog/operators.h"

#include "catalog/routines.h"
#include "sql/canonical/resolution/signatures.h"

namespace pgplumb {

namespace {

std::string operator_signature(std::string_view name, const std::vector<DataType>& operands) {
  std::vector<RoutineParameter> parameters(operands.size());
  for (std::size_t i = 0; i < operands.size(); ++i) parameters[i].type = operands[i];
  return signature_of(name, parameters);
}

}  // namespace

std::optional<Signature> signature_of_operator(const Draft& draft, const Symbol* symbol) {
  const Symbol* function = draft.object<Operator>(symbol)->function.symbol;
  if (!function) return std::nullopt;
  if (const auto* routine = draft.object<Routine>(function)) return call_signature(*routine);
  for (const Signature& own : functions_named(name_without_signature(function->text)))
    if (operator_signature(name_without_signature(symbol->text), own.parameters) == symbol->text) return own;
  return std::nullopt;
}

}  // namespace pgplumb
