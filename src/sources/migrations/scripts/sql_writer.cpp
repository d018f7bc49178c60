#include "sources/migrations/scripts/sql_writer.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>

namespace pgplumb::scripts {

SqlWriter& SqlWriter::sql(std::string_view words) {
  append_text(value_, text_value(std::string(words), place_), "", place_);
  return *this;
}

SqlWriter& SqlWriter::text(const Value& value) {
  is_sound_ = is_sound_ && value.is_wholly_known();
  if (is_sound_ && !value.runs.empty()) place_ = value.runs.front().from;
  append_text(value_, value, "", place_);
  return *this;
}

SqlWriter& SqlWriter::name(const Value& value) {
  is_sound_ = is_sound_ && value.is_wholly_known();
  if (!is_sound_) return *this;
  place_ = value.runs.empty() ? place_ : value.runs.front().from;
  return sql(quote_identifier(value.plain()));
}

SqlWriter& SqlWriter::names(const Value& list) {
  is_sound_ = is_sound_ && list.kind == Value::Kind::list && !list.items.empty();
  for (std::size_t i = 0; i < list.items.size(); ++i) sql(i ? ", " : "").name(list.items[i]);
  return *this;
}

SqlWriter& SqlWriter::constraint_name(const Argument* name) {
  if (name && !is_none(name->value)) sql("CONSTRAINT ").name(name->value).sql(" ");
  return *this;
}

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

bool is_true(const Arguments& arguments, std::string_view name) {
  const Argument* found = keyword(arguments, name);
  return found && found->value.plain() == "True";
}
bool is_false(const Arguments& arguments, std::string_view name) {
  const Argument* found = keyword(arguments, name);
  return found && found->value.plain() == "False";
}
std::string word_of(const Arguments& arguments, std::string_view name) {
  const Argument* found = keyword(arguments, name);
  return found && found->value.is_wholly_known() ? found->value.plain() : "";
}

bool is_none(const Value& value) { return value.kind == Value::Kind::constant && value.plain() == "None"; }

std::string default_sql(const Argument& argument) {
  return argument.is_expression ? argument.value.plain() : quote_literal(argument.value.plain());
}

std::string actions_of(const Arguments& arguments) {
  std::string sql;
  if (const std::string action = word_of(arguments, "ondelete"); !action.empty()) sql += " ON DELETE " + action;
  if (const std::string action = word_of(arguments, "onupdate"); !action.empty()) sql += " ON UPDATE " + action;
  return sql;
}

}  // namespace pgplumb::scripts
