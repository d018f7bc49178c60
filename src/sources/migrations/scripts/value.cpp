#include "sources/migrations/scripts/value.h"

#include <algorithm>
#include <charconv>

namespace pgplumb::scripts {

std::string Value::plain() const {
  std::string text;
  for (const Run& run : runs) text += run.text;
  return text;
}

bool Value::is_wholly_known() const {
  return is_text() && std::all_of(runs.begin(), runs.end(), [](const Run& run) { return run.is_known; });
}

Value text_value(std::string text, std::size_t from) { return {Value::Kind::text, {{std::move(text), from}}}; }

Value sql_value(std::string sql, std::size_t from) {
  Value value = text_value(std::move(sql), from);
  value.is_sql = true;
  return value;
}

Value list_value(std::vector<Value> items) { return {Value::Kind::list, {}, std::move(items)}; }

Value unknown_value(std::string_view written, std::size_t from) {
  return {Value::Kind::unknown, {{std::string(written), from, false}}};
}

void append_text(Value& to, const Value& more, std::string_view written, std::size_t at) {
  to.kind = Value::Kind::text;
  if (more.is_text())
    to.runs.insert(to.runs.end(), more.runs.begin(), more.runs.end());
  else
    to.runs.push_back({std::string(written), at, false});
}

std::vector<Value> items_of(const Value& value) { return value.kind == Value::Kind::mapping ? value.keys : value.items; }

std::vector<Value> pairs_of(const Value& value) {
  std::vector<Value> pairs;
  const bool has_keys = value.kind == Value::Kind::mapping;
  for (std::size_t i = 0; i < value.items.size(); ++i)
    pairs.push_back(list_value({has_keys ? value.keys[i] : text_value(std::to_string(i), 0), value.items[i]}));
  return pairs;
}

Value member_of(const Value& value, std::string_view name) {
  if (value.kind == Value::Kind::mapping) {
    const auto key = std::find_if(value.keys.begin(), value.keys.end(), [&](const Value& one) { return one.plain() == name; });
    if (key != value.keys.end()) return value.items[static_cast<std::size_t>(key - value.keys.begin())];
  }
  std::size_t index = 0;
  const auto read = std::from_chars(name.data(), name.data() + name.size(), index);
  const bool is_index = read.ec == std::errc() && read.ptr == name.data() + name.size();
  if (value.kind == Value::Kind::list && is_index && index < value.items.size()) return value.items[index];
  return {};
}

}  // namespace pgplumb::scripts
