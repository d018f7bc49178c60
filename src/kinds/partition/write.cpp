#include "kinds/partition/write.h"

#include "kinds/write.h"

namespace pgplumb {

std::string bound_clause(const Partition& partition) {
  const Expression& first = partition.bound.tree->args.front();
  constexpr std::string_view modulus = "modulus ", remainder = " remainder ";
  if (first.text == "default") return "DEFAULT";
  if (!first.text.starts_with(modulus)) return "FOR VALUES " + sql_expression(*partition.bound.tree);
  std::string numbers = first.text.substr(modulus.size());
  numbers.replace(numbers.find(remainder), remainder.size(), ", REMAINDER ");
  return "FOR VALUES WITH (MODULUS " + numbers + ")";
}

}  // namespace pgplumb
