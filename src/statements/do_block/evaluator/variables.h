// Values, and the variables of PL/pgSQL that hold them while a block runs.
#pragma once

#include <pgplumb/sql/data_type.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pgplumb {

/// A value of SQL, or that it cannot be told. Booleans are "t" and "f", and read as text "true" and "false".
struct Value {
  enum class State { unknown, null, known };
  State state = State::unknown;
  std::string text = {};
  /// How it reads as text where that is not `text`: the name of a regclass, whose `text` is its object_number().
  std::string name = {};
  bool is_boolean = false;
  /// Of what cannot be told otherwise: it is surely not NULL.
  bool is_something = false;
  /// Of a column's number, which cannot be told otherwise: equal for equal columns, above those of columns made before. 0 for
  /// anything else.
  std::size_t place = 0;

  Value() = default;
  explicit Value(State state) : state(state) {}
  // As the rows of catalogs are written down.
  Value(std::string text) : state(State::known), text(std::move(text)) {}
  Value(const char* text) : Value(std::string(text)) {}

  static Value unknown() { return {}; }
  /// A text that cannot be told in full: `unknown_text` (statements/words.h) stands in it where it cannot.
  static Value partly(std::string text);
  static Value not_null();
  static Value null() { return Value(State::null); }
  static Value of(std::string text) { return Value(std::move(text)); }
  static Value of(bool value);

  const std::string& as_text() const { return name.empty() ? text : name; }
  /// As its type's output function prints it, which format() and concat() put into a text: booleans as "t" and "f".
  Value printed() const;
  /// Whether a text that is known in part may be this one.
  bool may_be(std::string_view whole) const;
  /// What a text has of it that it is put into.
  std::string part() const;
  bool is_known() const { return state == State::known; }
  bool is_null() const { return state == State::null; }
  bool is_true() const { return is_known() && text == "t"; }
  /// In a condition NULL is as good as false.
  bool is_not_true() const { return is_null() || (is_known() && text != "t"); }
};

/// One row of a query's result: columns by name.
using ResultRow = std::vector<std::pair<std::string, Value>>;

/// PL/pgSQL's variables while a block runs. What was never set, or forgotten, cannot be told.
class Variables {
 public:
  /// `name`, or a record's field, `new.id`.
  void set(const std::string& name, Value value);
  /// As one of that type; of none what is assigned to it is taken as it is.
  void declare(const std::string& name, std::optional<DataType> type);
  std::optional<DataType> type_of(std::string_view name) const;
  void set(const std::string& name, ResultRow row) { records_[name] = std::move(row); }
  void set(const std::string& name, std::vector<Value> elements) { arrays_[name] = std::move(elements); }
  /// As it was in `before`.
  void restore(const std::string& name, const Variables& before);
  /// Those of others that are not known here.
  void complete(const Variables& others);
  void forget();
  void forget(const std::string& name);
  Value get(std::string_view name) const;
  Value get(std::string_view record, std::string_view field) const;
  ResultRow record(std::string_view name) const;
  std::optional<std::vector<Value>> array(std::string_view name) const;
  /// Where an event trigger's function runs: the rows of pg_event_trigger_ddl_commands().
  void set_commands(std::vector<ResultRow> rows) { commands_ = std::move(rows); }
  const std::optional<std::vector<ResultRow>>& commands() const { return commands_; }

 private:
  std::map<std::string, Value, std::less<>> scalars_;
  std::map<std::string, ResultRow, std::less<>> records_;
  std::map<std::string, std::vector<Value>, std::less<>> arrays_;
  std::map<std::string, DataType, std::less<>> types_;
  std::optional<std::vector<ResultRow>> commands_;
};

}  // namespace pgplumb
