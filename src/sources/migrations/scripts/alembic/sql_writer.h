// SQL written from the values of a script, each part with its place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sources/migrations/scripts/arguments.h"

namespace pgplumb::scripts {

/// What is not known is written as the name "unknown", and the whole is not sound.
class SqlWriter {
 public:
  explicit SqlWriter(std::size_t site) : place_(site) {}

  SqlWriter& sql(std::string_view words);
  SqlWriter& text(const Value& value);  ///< SQL as it stands in the script
  SqlWriter& name(const Value& value);  ///< quoted
  SqlWriter& names(const Value& list);  ///< quoted, with commas
  /// Of a constraint or index: SQLAlchemy shortens what is too long for PostgreSQL.
  SqlWriter& shortened_name(const Value& value);
  void spoil() { is_sound_ = false; }

  bool is_sound() const { return is_sound_; }
  const Value& result() const { return value_; }

 private:
  Value value_{Value::Kind::text};
  std::size_t place_;
  bool is_sound_ = true;
};

using Keywords = std::vector<std::string_view>;

/// Whether all keywords are among these, or speak of other databases only.
bool knows_keywords(const Arguments& arguments, const Keywords& known);

/// Whether the keyword is given and not None.
const Value* given(const Arguments& arguments, std::string_view name);

/// Reads the value of a keyword; what is given and not known spoils.
bool flag(SqlWriter& sql, const Arguments& arguments, std::string_view name, bool otherwise = false);
std::string word(SqlWriter& sql, const Arguments& arguments, std::string_view name);

/// `now()` of text("now()"), `'now'` of "now".
std::string default_sql(SqlWriter& sql, const Value& value);

}  // namespace pgplumb::scripts
