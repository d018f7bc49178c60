#include "sources/migrations/scripts/arguments.h"

#include <algorithm>

namespace pgplumb::scripts {

const Argument* keyword(const Arguments& arguments, std::string_view name) {
  const auto found = std::find_if(arguments.begin(), arguments.end(), [&](const Argument& one) { return one.keyword == name; });
  return found == arguments.end() ? nullptr : &*found;
}

std::vector<Value> by_position(const Arguments& arguments) {
  std::vector<Value> values;
  for (const Argument& argument : arguments)
    if (argument.keyword.empty()) values.push_back(argument.value);
  return values;
}

Value record(std::vector<std::pair<std::string_view, Value>> members) {
  Value value{Value::Kind::mapping};
  for (auto& [name, member] : members) {
    value.keys.push_back(text_value(std::string(name), 0));
    value.items.push_back(std::move(member));
  }
  return value;
}

bool is_none(const Value& value) { return value.kind == Value::Kind::constant && value.plain() == "None"; }

std::optional<bool> truth_of(const Value& value) {
  if (value.kind != Value::Kind::constant || is_none(value)) return std::nullopt;
  return value.plain() == "True";
}

}  // namespace pgplumb::scripts
