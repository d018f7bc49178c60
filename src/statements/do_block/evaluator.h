// Expressions of SQL, asked of the draft: three-valued, and a fourth for what cannot be told.
#pragma once

#include <pgplumb/catalog/session.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sql/nodes.h"
#include "statements/do_block/catalog_rows.h"

namespace pgplumb {

/// A value of SQL, or that it cannot be told. Booleans are "t" and "f".
struct Value {
  enum class State { unknown, null, known };
  State state = State::unknown;
  std::string text = {};

  static Value unknown() { return {}; }
  static Value null() { return {State::null}; }
  static Value of(std::string text) { return {State::known, std::move(text)}; }
  static Value of(bool value) { return of(std::string(value ? "t" : "f")); }

  bool is_known() const { return state == State::known; }
  bool is_null() const { return state == State::null; }
  bool is_true() const { return is_known() && text == "t"; }
  /// In a condition NULL is as good as false.
  bool is_not_true() const { return is_null() || (is_known() && text != "t"); }
};

class Evaluator {
 public:
  explicit Evaluator(Session& session) : session_(session) {}
  Value evaluate(const Node* node);

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
  Value column_value(const ::ColumnRef* reference) const;
  Value cast_value(const TypeCast* cast);
  Value call_value(const FuncCall* call);
  Value null_test(const NullTest* test);
  Value relation_number(const std::string& text) const;
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
  std::vector<Binding> bindings_;
};

}  // namespace pgplumb
