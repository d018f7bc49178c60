#include "kinds/partition/write.h"

#include "kinds/partition/ddl.h"
#include "kinds/write.h"
#include "sql/canonical/type_of.h"

namespace pgplumb {

namespace {

std::string written_part(const Expression& part) {
  const std::string_view operator_class = operator_class_of(part);
  if (!operator_class.empty()) return written_part(part.args.front()) + " " + std::string(operator_class);
  if (is_collation(part)) return written_part(part.args.front()) + collate_clause({part.routine});
  const std::string sql = sql_expression(part);
  return part.kind == Expression::Kind::column ? sql : "(" + sql + ")";
}

}  // namespace

std::string partition_key_clause(const Expression& key) {
  std::string parts;
  for (const Expression& part : key.args) parts += (parts.empty() ? "" : ", ") + written_part(part);
  return upper_case(key.text) + " (" + parts + ")";
}

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
