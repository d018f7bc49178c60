#include "statements/do_block/evaluator/variables.h"

#include "statements/words.h"

namespace pgplumb {

Value Value::of(bool value) {
  Value flag = of(std::string(value ? "t" : "f"));
  flag.name = value ? "true" : "false";
  flag.is_boolean = true;
  return flag;
}

Value Value::printed() const { return is_boolean ? of(text) : *this; }

Value Value::partly(std::string text) {
  Value value;
  value.text = std::move(text);
  return value;
}

Value Value::not_null() {
  Value value;
  value.is_something = true;
  return value;
}

bool Value::may_be(std::string_view whole) const {
  const std::string gap = unknown().part();
  const auto first = text.find(gap), last = text.rfind(gap);
  if (first == std::string::npos) return true;
  const std::string_view known = text, begin = known.substr(0, first), end = known.substr(last + gap.size());
  return whole.size() >= begin.size() + end.size() && whole.starts_with(begin) && whole.ends_with(end);
}

std::string Value::part() const {
  const bool has_text = is_known() || !text.empty();
  return has_text ? as_text() : gap();
}

namespace {

/// Of the record's field, where the name is one: `new.id`.
Value* field_called(std::map<std::string, ResultRow, std::less<>>& records, std::string_view name) {
  const auto point = name.find('.');
  const auto record = point == std::string_view::npos ? records.end() : records.find(name.substr(0, point));
  if (record == records.end()) return nullptr;
  for (auto& [field, value] : record->second)
    if (field == name.substr(point + 1)) return &value;
  return &record->second.emplace_back(std::string(name.substr(point + 1)), Value::unknown()).second;
}

}  // namespace

void Variables::set(const std::string& name, Value value) {
  constexpr std::size_t longest = 1 << 20;  // a loop may double it each time
  if (value.text.size() > longest) value = Value::unknown();
  if (Value* field = field_called(records_, name))
    *field = value;
  else if (const auto label = name.find('.'); label != std::string::npos)
    forget(name.substr(label + 1));
  scalars_[name] = std::move(value);
}

void Variables::declare(const std::string& name, std::optional<DataType> type) {
  types_.erase(name);
  if (type) types_.emplace(name, *std::move(type));
}

std::optional<DataType> Variables::type_of(std::string_view name) const {
  const auto found = types_.find(name);
  return found == types_.end() ? std::nullopt : std::optional(found->second);
}

void Variables::forget(const std::string& name) {
  if (Value* field = field_called(records_, name))
    *field = Value::unknown();
  else if (const auto label = name.find('.'); label != std::string::npos)
    forget(name.substr(label + 1));
  scalars_.erase(name);
  records_.erase(name);
  arrays_.erase(name);
}

void Variables::complete(const Variables& others) {
  for (const auto& [name, value] : others.scalars_)
    if (get(name).state == Value::State::unknown && value.state != Value::State::null) scalars_[name] = value;
}

void Variables::forget() {
  scalars_.clear();
  records_.clear();
  arrays_.clear();
}

void Variables::restore(const std::string& name, const Variables& before) {
  forget(name);
  declare(name, before.type_of(name));
  if (const auto found = before.scalars_.find(name); found != before.scalars_.end()) scalars_.insert(*found);
  if (const auto found = before.records_.find(name); found != before.records_.end()) records_.insert(*found);
  if (const auto found = before.arrays_.find(name); found != before.arrays_.end()) arrays_.insert(*found);
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

ResultRow Variables::record(std::string_view name) const {
  const auto found = records_.find(name);
  return found == records_.end() ? ResultRow() : found->second;
}

std::optional<std::vector<Value>> Variables::array(std::string_view name) const {
  const auto found = arrays_.find(name);
  return found == arrays_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace pgplumb
