// Expressions of SQL, asked of the draft: three-valued, and a fourth for what cannot be told.
#pragma once

#include <pgplumb/catalog/session.h>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sql/nodes.h"
#include "statements/do_block/catalog_rows.h"

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
  Value get(std::string_view name) const;
  Value get(std::string_view record, std::string_view field) const;
  std::optional<std::vector<Value>> array(std::string_view name) const;

 private:
  std::map<std::string, Value, std::less<>> scalars_;
  std::map<std::string, ResultRow, std::less<>> records_;
  std::map<std::string, std::vector<Value>, std::less<>> arrays_;
};

class Evaluator {
 public:
  Evaluator(Session& session, const Variables& variables) : session_(session), variables_(variables) {}
  Value evaluate(const Node* node);
  /// The elements of an array; nothing where they cannot be told.
  std::optional<std::vector<Value>> elements(const Node* array);
  /// All rows of a query on the catalogs; nothing where they cannot be told.
  std::optional<std::vector<ResultRow>> rows(const SelectStmt* select);

 private:
  /// A FROM item while a query's rows are gone through: without a row until one is chosen.
  struct Binding {
    std::string_view alias;
    const CatalogRow* row = nullptr;
  };
  struct Source {
    std::string_view alias;
    std::vector<CatalogRow> rows;
  };

  // evaluator.cpp
  Value current_schema() const;
  Value logic_value(const BoolExpr* logic);
  Value operation_value(const A_Expr* operation);
  Value in_list(const A_Expr* operation);
  Value is_any_of(const A_Expr* operation);
  Value is_like(const A_Expr* operation);
  Value column_value(const ::ColumnRef* reference) const;
  Value cast_value(const TypeCast* cast);
  Value call_value(const FuncCall* call);
  Value null_test(const NullTest* test);
  Value relation_number(const std::string& text) const;
  Value relation_named(Value number) const;
  Value type_number(const std::string& text) const;

  // evaluator_queries.cpp
  Value query_value(const SubLink* link);
  Value exists(const SelectStmt* select);
  Value single(const SelectStmt* select);
  Value is_among(const SubLink* link, const SelectStmt* select);
  bool for_each_row(const SelectStmt* select, const std::function<void(bool)>& visit);
  bool append_source(const Node* from, std::vector<Source>& sources, std::vector<const Node*>& conditions);
  void choose_rows(const std::vector<Source>& sources, std::size_t which, std::size_t depth,
                   const std::vector<const Node*>& conditions, const std::function<void(bool)>& visit);

  Session& session_;
  const Variables& variables_;
  std::vector<Binding> bindings_;
};

}  // namespace pgplumb
