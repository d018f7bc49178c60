// Expressions of SQL, asked of the draft: three-valued, and a fourth for what
// cannot be told.
#pragma once

#include <pgplumb/catalog/session.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sql/nodes.h"
#include "statements/do_block/catalog_rows/catalog_rows.h"
#include "statements/do_block/evaluator/variables.h"

namespace pgplumb {

struct QueryResult {
  std::vector<ResultRow> rows;
  std::vector<ResultRow> in_doubt = {};  ///< they may be found or not
};

Value constant_value(const A_Const* constant);
/// What a literal holds; of what is executed in part, it may be known in part.
Value text_value(std::string_view text);

/// NULL or unknown where one is; false where no text that is known in part may
/// be the other.
Value are_equal(const Value& a, const Value& b);

class Evaluator {
 public:
  Evaluator(Session& session, const Variables& variables) : session_(session), variables_(variables) {}
  Value evaluate(const Node* node);
  /// The elements of an array; nothing where they cannot be told.
  std::optional<std::vector<Value>> elements(const Node* array);
  /// Of an array of arrays, one row for each of these.
  std::optional<QueryResult> slices(const Node* array);
  /// The relation of that name, as regclass has it. Unknown where it may be
  /// there though nothing read here made it; fails with 42P01 where it surely
  /// is not.
  Value relation_called(const std::string& text) const;
  /// The variables in which each row of what a query reads is; nothing where it cannot be told which these are.
  std::optional<std::vector<Variables>> rows_bound(const SelectStmt* select);
  /// A known value as the type reads it; unknown where that is not known. What is known in part stays so of types of text.
  Value read_as(const DataType& type, const Value& value) const;
  /// The same of the elements of an array of that type.
  std::optional<std::vector<Value>> elements_read_as(const DataType& type, std::vector<Value> elements) const;
  /// All rows of a query on the catalogs; nothing where they cannot be told.
  std::optional<QueryResult> rows(const SelectStmt* select);
  /// What of a query's rows is the same in each of them, as far as its text tells.
  ResultRow any_row(const SelectStmt* select);

 private:
  /// A FROM item while a query's rows are gone through: without a row until one
  /// is chosen.
  struct Binding {
    std::string_view alias;
    const CatalogRow* row = nullptr;
  };
  struct Source {
    std::string_view alias;
    std::shared_ptr<const CatalogRows> all;
    /// Of all rows, those that may be chosen.
    std::vector<const CatalogRow*> rows = {};
    /// JOIN … USING these.
    std::vector<std::string_view> shared = {};
    /// What a column of each row must be equal to, if that is known, and the numbers of the rows by that column.
    const Node* joined_to = nullptr;
    std::unordered_map<std::string_view, std::vector<std::size_t>> by_value = {};
    std::vector<std::size_t> of_unknown_value = {};

    Source(std::string_view alias, std::shared_ptr<const CatalogRows> all) : alias(alias), all(std::move(all)) {}
    void take_all();
    void number_rows(std::string_view column);
  };

  // evaluator.cpp
  Value current_schema() const;
  Value search_path() const;
  Value column_value(const ::ColumnRef* reference) const;
  /// What the row is about that a column's value is taken from; null where it is none of a catalog's.
  const Symbol* subject_of(const Node* column) const;
  Value cast_value(const TypeCast* cast) { return converted(cast, evaluate(cast->arg)); }
  std::vector<Value> values_of(NodeRange args);
  Value call_value(const FuncCall* call);
  static Value value_given(std::string_view function, const std::vector<Value>& args);
  Value null_test(const NullTest* test);
  Value interval_made(const FuncCall* call);
  Value boolean_test(const BooleanTest* test);
  Value first_not_null(const CoalesceExpr* choice);

  // evaluator_arrays.cpp
  std::optional<std::vector<Value>> parts_between(const Node* text, const Node* separator, bool is_pattern);
  std::optional<std::vector<Value>> joined_elements(const Node* array, const Node* more);
  std::optional<std::vector<Value>> column_of(const SelectStmt* select);
  std::optional<std::vector<Value>> elements_selected(const SelectStmt* select);
  Value element_value(const A_Indirection* part);
  Value element_count(const FuncCall* call);
  Value elements_joined(const FuncCall* call);

  // evaluator_names.cpp
  Value relation_number(const std::string& text) const;
  Value relation_named(const Value& number) const;
  Value numbered(const Symbol* relation) const;
  Value type_number(const std::string& text) const;
  Value type_of_column(const FuncCall* call) const;
  Value routine_numbered(const std::string& number) const;
  Value routine_called(const std::string& text) const;
  Value arguments_of_routine(const Value& number) const;
  Value schema_called(const std::string& text) const;

  // evaluator_types.cpp
  DataType type_of(const TypeCast* cast) const;
  Value converted(const TypeCast* cast, const Value& value) const;
  Value object_read(const std::string& type, const Value& value) const;

  // evaluator_operations.cpp
  Value logic_value(const BoolExpr* logic);
  Value chosen_value(const CaseExpr* choice);
  Value operation_value(const A_Expr* operation);
  Value in_list(const A_Expr* operation);
  Value is_between(const A_Expr* operation);
  Value is_any_of(const A_Expr* operation);
  Value differs_from_all(const A_Expr* operation);
  Value null_if_equal(const A_Expr* operation);
  std::optional<Value> is_in_key(const Value& column, const Node* key) const;
  Value is_like(const A_Expr* operation);
  Value definition_of_constraint(const Value& number) const;
  const Symbol* constraint_printed_by(const Node* text);
  const Draft::Item* object_numbered(const Value& number) const;

  // evaluator_queries.cpp
  Value query_value(const SubLink* link);
  Value exists(const SelectStmt* select);
  Value single(const SelectStmt* select);
  Value is_among(const SubLink* link, const SelectStmt* select);
  bool asks_for_uncertain(const Node* condition, int levels_left) const;
  /// Called with the bindings set, and with whether they surely satisfy the query; returns whether it is to see more.
  using RowVisitor = std::function<bool(bool sure)>;
  /// Visits the rows that satisfy, or may satisfy, the query. False where it reads something that is no known catalog.
  bool for_each_row(const SelectStmt* select, const RowVisitor& visit);
  bool append_source(const Node* from, std::vector<Source>& sources, std::vector<const Node*>& conditions);
  Value agree(const std::vector<Source>& sources, std::size_t which, std::size_t depth) const;
  bool choose_rows(const std::vector<Source>& sources, std::size_t which, std::size_t depth,
                   const std::vector<const Node*>& conditions, const RowVisitor& visit);

  // evaluator_joins.cpp
  static std::vector<const Node*> conjuncts_of(const std::vector<const Node*>& conditions);
  void leave_out_excluded(Source& source, Binding& binding, const std::vector<const Node*>& conjuncts);
  struct Equation {
    std::string_view column;
    const Node* other;
  };
  std::optional<Equation> equation_of(const Source& source, const Node* conjunct) const;
  void fill(std::vector<Source>& sources, std::size_t which, const std::vector<const Node*>& conjuncts);
  void find_join(std::vector<Source>& sources, std::size_t which, const std::vector<const Node*>& conjuncts);
  /// Those that may be what the source is joined to, in their order.
  std::vector<const CatalogRow*> joined_rows(const Source& source);

  // evaluator_sources.cpp
  std::optional<Source> commands_source(const RangeFunction* function) const;
  std::optional<Source> stated_source(const Node* from);
  std::optional<Source> selected_source(const RangeSubselect* subselect);

  // evaluator_rows.cpp
  std::vector<ResultRow> stated_rows(const SelectStmt* values);
  std::optional<QueryResult> united(const SelectStmt* select);
  std::optional<std::vector<Value>> values_given_by(const FuncCall* call);
  std::optional<std::vector<ResultRow>> unnested(const SelectStmt* select);
  ResultRow selected(const SelectStmt* select, std::size_t depth);
  std::vector<Value> sort_keys(const SelectStmt* select, const ResultRow& row);
  std::optional<Value> aggregated(const SelectStmt* select, const FuncCall* call);

  Session& session_;
  const Variables& variables_;
  std::vector<Binding> bindings_;
};

}  // namespace pgplumb
