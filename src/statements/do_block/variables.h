// Values, and the variables of PL/pgSQL that hold them while a block runs.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pgplumb {

/// A value of SQL, or that it cannot be told. Booleans are "t" and "f".
struct Value {
  enum class State { unknown, null, known };
  State state = State::unknown;
  std::string text = {};
  /// How it reads as text where that is not `text`: the name of a regclass, whose `text` is its object_number().
  std::string name = {};

  static Value unknown() { return {}; }
  static Value null() { return {State::null}; }
  static Value of(std::string text) { return {State::known, std::move(text)}; }
  static Value of(bool value) { return of(std::string(value ? "t" : "f")); }

  const std::string& as_text() const { return name.empty() ? text : name; }
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
  void set(const std::string& name, Value value) { scalars_[name] = std::move(value); }
  void set(const std::string& name, ResultRow row) { records_[name] = std::move(row); }
  void set(const std::string& name, std::vector<Value> elements) { arrays_[name] = std::move(elements); }
  void forget() { *this = {}; }
  void forget(const std::string& name);
  Value get(std::string_view name) const;
  Value get(std::string_view record, std::string_view field) const;
  std::optional<std::vector<Value>> array(std::string_view name) const;

 private:
  std::map<std::string, Value, std::less<>> scalars_;
  std::map<std::string, ResultRow, std::less<>> records_;
  std::map<std::string, std::vector<Value>, std::less<>> arrays_;
};

}  // namespace pgplumb
