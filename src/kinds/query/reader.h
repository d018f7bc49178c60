// The walk over a query's parse tree.
#pragma once

#include "catalog/row_types.h"
#include "kinds/query/scope.h"

namespace pgplumb {

class QueryReader {
 public:
  /// `table`: the one whose columns the query may use besides its own; null for views.
  QueryReader(Session& session, const Symbol* table) : session_(session), table_(table) {}

  /// A query, INSERT, UPDATE or DELETE; of any other statement, and of what has no canonical form, the text counts.
  Query read(const Node* statement, const Scope* outer = nullptr);
  /// An expression whose names are those of the scope.
  Expression read_in(const Scope& scope, const Node* expression);
  /// NEW and OLD of a table.
  Scope rows_of(const Symbol* table) const;

 private:
  using Args = std::vector<Expression>;

  struct CommonTable {
    std::string name;
    std::vector<QueryColumn> columns;
    bool columns_known;
    int depth;              ///< of the query that it stands before
    std::size_t added = 0;  ///< columns at the end that SEARCH and CYCLE make
  };

  // What a query is made of: read_query.cpp.
  Query read_query(const SelectStmt* select, const Scope* outer);
  Query read_simple(const SelectStmt* select, const Scope* outer);
  Query read_set_operation(const SelectStmt* select, const Scope* outer);
  Query combine(const SelectStmt* operation, Query left, const Scope* outer);
  Query read_values(const SelectStmt* select, const Scope* outer);
  void append_tail(const SelectStmt* select, const Scope& scope, Query& query);
  NameResolver names_in(const Scope& scope);
  std::optional<Expression> call_on_row(const Scope& scope, const std::vector<std::string_view>& parts) const;
  std::optional<Expression> columns_as_row(const Scope& scope, std::string_view alias) const;

  // WITH: common_tables.cpp.
  Args read_with(const WithClause* with, const Scope* outer);
  CommonTable& enter_common_table(const CommonTableExpr* table, const Query& query);
  Expression read_search(const CTESearchClause* search, CommonTable& table) const;
  Expression read_cycle(const CTECycleClause* cycle, const Scope& scope, CommonTable& table);
  const CommonTable* find_common_table(std::string_view schema, std::string_view name) const;

  // By what it sorts and groups: sorts_and_groups.cpp.
  Args read_groups(const List* list, const Scope& scope, const Query& query);
  void append_groups(const List* list, const Scope& scope, const Query& query, Args& groups);
  void append_sets(const List* sets, const Scope& scope, const Query& query, Args& all);
  Expression read_group(const Node* group, const Scope& scope, const Query& query);
  Args read_sorts(const List* list, const Scope& scope, const Query& query);
  Args read_distinct(const SelectStmt* select, const Scope& scope, const Query& query);

  // What it locks: locks.cpp.
  void append_locks(const SelectStmt* select, const Scope& scope, Args& parts) const;
  std::vector<std::string_view> locked_names(const SelectStmt* select, const LockingClause* clause) const;
  void collect_lockable(const Node* from, std::vector<std::string_view>& names) const;

  // What it gives: outputs.cpp.
  Args read_outputs(const List* targets, const Scope& scope, Query& query);
  std::vector<ScopeColumn> columns_of_star(const Scope& scope) const;
  bool append_star(const Node* expression, const Scope& scope, Query& query, Args& outputs);
  std::vector<RowColumn> parts_of(const Node* row, const Expression& read) const;
  bool append_parts(const Node* expression, const Scope& scope, Query& query, Args& outputs);
  std::optional<DataType> type_of_output(const Expression& output) const;

  // FROM: from_items.cpp.
  Expression read_from(const Node* from, Scope& scope);
  Expression read_relation(const RangeVar* relation, Scope& scope);
  std::string next_place(const Scope& scope) const;
  ScopeItem item_of(const Symbol* relation, std::string_view alias, std::string place) const;
  void require_relation(std::string_view schema, std::string_view name);
  Expression read_common_table(const CommonTable& table, const RangeVar* relation, Scope& scope);
  Expression read_from_query(const RangeSubselect* query, Scope& scope);
  Expression read_sample(const RangeTableSample* sample, Scope& scope);

  // Joins in it: joins.cpp.
  Expression read_join(const JoinExpr* join, Scope& scope);
  Expression merged(JoinType join, Expression left, Expression right) const;
  void merge_columns(const JoinExpr* join, Scope& scope, std::size_t begin, std::size_t middle, Args& args);
  void hide_behind_alias(const Alias* alias, Scope& scope, std::size_t begin) const;
  void add_alias_of_using(const Alias* alias, const List* names, Scope& scope) const;

  // Functions in it: from_functions.cpp.
  Expression read_function(const RangeFunction* function, Scope& scope);
  void name_columns(ScopeItem& item, const RangeFunction* function, const Expression& call) const;
  std::vector<ScopeColumn> columns_of_call(const FuncCall* call, const Expression& read) const;
  std::vector<ScopeColumn> columns_of_value(const Expression& value) const;
  std::vector<ScopeColumn> columns_of_routine(const FuncCall* call) const;
  std::vector<ScopeColumn> columns_of_unnest(const Expression& call) const;

  // XMLTABLE in it: xml_table.cpp.
  Expression read_xml_table(const RangeTableFunc* table, Scope& scope);
  Expression read_xml_column(const RangeTableFuncCol* column, const Scope& scope, ScopeItem& item);

  // What changes rows: modifications.cpp.
  Query read_modification(const Node* statement, const Scope* outer);
  Query read_insert(const InsertStmt* insert, const Scope* outer);
  Query read_update(const UpdateStmt* update, const Scope* outer);
  Query read_delete(const DeleteStmt* remove, const Scope* outer);
  void append_source(const InsertStmt* insert, const Scope& scope, Args& parts);
  Expression read_conflict(const OnConflictClause* conflict, const Symbol* table, const Scope& scope);
  Args read_conflict_keys(const InferClause* infer, const Scope& scope);
  Expression constraint_named(std::string_view name, const Symbol* table, const ScopeItem& item) const;
  Expression read_conflict_update(const OnConflictClause* conflict, Scope scope);
  Expression read_target(const ResTarget* target, const Scope& scope);
  Expression read_assignments(const List* targets, const Scope& scope);
  Args read_assignments_to_row(NodeRange::Iterator target, std::size_t count, const Scope& scope);
  void append_where(const Node* condition, const Scope& scope, Args& parts);
  void append_returning(const List* outputs, const Scope& scope, Query& query);

  Session& session_;
  const Symbol* table_;
  std::vector<CommonTable> common_tables_;
  int depth_ = 0;
};

}  // namespace pgplumb
