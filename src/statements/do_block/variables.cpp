#include "statements/do_block/variables.h"

namespace pgplumb {

void Variables::forget(const std::string& name) {
  scalars_.erase(name);
  records_.erase(name);
  arrays_.erase(name);
}

Value Variables::get(std::string_view name) const {
  const auto found = scalars_.find(name);
  return found == scalars_.end() ? Value::unknown() : found->second;
}

Value Variables::get(std::string_view record, std::string_view field) const {
  const auto found = records_.find(record);
  if (found == records_.end()) return Value::unknown();
  for (const auto& [name, value] : found->second)
    if (name == field) return value;
  return Value::unknown();
}

std::optional<std::vector<Value>> Variables::array(std::string_view name) const {
  const auto found = arrays_.find(name);
  return found == arrays_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace pgplumb
