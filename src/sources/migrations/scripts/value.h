// What an expression of a script is known to be.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sources/migrations/scripts/token.h"

namespace pgplumb::scripts {

/// A stretch of a text, and where it stands in the file.
struct Run {
  std::string text;
  std::size_t from;
  bool is_known = true;  ///< else `text` is the expression as it is written
  bool is_made = false;  ///< the text does not stand in the file: all of it belongs to the place `from`
};

struct Value {
  enum class Kind { unknown, text, constant, list, mapping };
  Kind kind = Kind::unknown;
  std::vector<Run> runs = {};     ///< of a text; of a constant (True, None) its name
  std::vector<Value> items = {};  ///< of a list, and the values of a mapping
  std::vector<Value> keys = {};   ///< of a mapping: texts
  bool is_builder = false;        ///< a text that more is written to, see builders.cpp
  bool is_sql = false;            ///< text(…), func.…, a number: SQL rather than a string's characters

  bool is_text() const { return kind == Kind::text; }
  bool is_collection() const { return kind == Kind::list || kind == Kind::mapping; }
  /// A text's characters; expressions that are not known as they are written.
  std::string plain() const;
  bool is_wholly_known() const;
};

Value text_value(std::string text, std::size_t from);
Value sql_value(std::string sql, std::size_t from);
Value list_value(std::vector<Value> items);
/// What is not known here, as it is written.
Value unknown_value(std::string_view written, std::size_t from);

/// One text behind the other; what is no text becomes an unknown run.
void append_text(Value& to, const Value& more, std::string_view written, std::size_t at);

/// What `for x in value` gives, or `range value`: the keys of a mapping, the items of a list.
std::vector<Value> items_of(const Value& value);
/// (key, value) pairs of a mapping; (index, item) of a list.
std::vector<Value> pairs_of(const Value& value);
/// `value.name`, `value["name"]`, `value[0]`; unknown where there is none.
Value member_of(const Value& value, std::string_view name);

}  // namespace pgplumb::scripts
