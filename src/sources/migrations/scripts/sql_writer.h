// SQL written from the values of a script, each part with its place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sources/migrations/scripts/alembic_operations.h"

namespace pgplumb::scripts {

/// What is not known spoils the whole: then there is no result.
class SqlWriter {
 public:
  SqlWriter& sql(std::string_view words);
  SqlWriter& text(const Value& value);
  SqlWriter& name(const Value& value);  ///< quoted
  SqlWriter& names(const Value& list);  ///< quoted, with commas
  /// `CONSTRAINT name `, where there is a name.
  SqlWriter& constraint_name(const Argument* name);
  void spoil() { is_sound_ = false; }
  std::optional<Value> result() const { return is_sound_ ? std::optional(value_) : std::nullopt; }

 private:
  Value value_{Value::Kind::text};
  std::size_t place_ = 0;
  bool is_sound_ = true;
};

// Arguments of a call.
const Argument* keyword(const Arguments& arguments, std::string_view name);
std::vector<Value> by_position(const Arguments& arguments);
bool is_true(const Arguments& arguments, std::string_view name);
bool is_false(const Arguments& arguments, std::string_view name);
/// Its text; "" where it is not given or not known.
std::string word_of(const Arguments& arguments, std::string_view name);
bool is_none(const Value& value);

/// `now()` of text("now()"), `'now'` of "now".
std::string default_sql(const Argument& argument);
/// " ON DELETE CASCADE" of ondelete="CASCADE".
std::string actions_of(const Arguments& arguments);

}  // namespace pgplumb::scripts
