// The walk over a query's parse tree.
#pragma once

#include "kinds/query/scope.h"

namespace pgplumb {

class QueryReader {
 public:
  /// `table`: the one whose columns the query may use besides its own; null for views.
  QueryReader(Session& session, const Symbol* table) : session_(session), table_(table) {}

  Query read(const Node* select, const Scope* outer = nullptr);
  Expression read_modification(const Node* statement);

 private:
  using Args = std::vector<Expression>;

  struct CommonTable {
    std::string name;
    int number;
    std::vector<QueryColumn> columns;
    bool columns_known;
  };

  // What a query is made of: read_query.cpp.
  Query read_simple(const SelectStmt* select, const Scope* outer);
  Query read_set_operation(const SelectStmt* select, const Scope* outer);
  Query read_values(const SelectStmt* select, const Scope* outer);
  Args read_with(const WithClause* with, const Scope* outer);
  void read_outputs(const SelectStmt* select, const Scope& scope, Query& query);
  void append_star(const ::ColumnRef* star, const Scope& scope, Query& query, Args& outputs);
  Args read_groups(const List* groups, const Scope& scope, const Query& query);
  Expression read_group(const Node* group, const Scope& scope, const Query& query);
  Expression read_sort(const Node* sort, const Scope& scope, const Query& query);
  void append_tail(const SelectStmt* select, const Scope& scope, Query& query);
  Expression read_in(const Scope& scope, const Node* expression);
  NameResolver names_in(const Scope& scope);
  std::optional<DataType> type_of_output(const Expression& output) const;

  // FROM: from_items.cpp.
  Expression read_from(const Node* from, Scope& scope);
  Expression read_relation(const RangeVar* relation, Scope& scope);
  void require_relation(std::string_view schema, std::string_view name);
  Expression read_common_table(const CommonTable& table, const RangeVar* relation, Scope& scope);
  Expression read_from_query(const RangeSubselect* query, Scope& scope);
  Expression read_function(const RangeFunction* function, Scope& scope);
  Expression read_join(const JoinExpr* join, Scope& scope);
  void merge_columns(const JoinExpr* join, Scope& scope, std::size_t left_items, Args& args);
  const CommonTable* find_common_table(std::string_view schema, std::string_view name) const;

  // What changes rows: modifications.cpp.
  Expression read_insert(const InsertStmt* insert);
  Expression read_update(const UpdateStmt* update);
  Expression read_delete(const DeleteStmt* remove);
  void append_source(const InsertStmt* insert, const ScopeItem& table, Args& parts);
  Expression read_conflict(const OnConflictClause* conflict, const Scope& scope);
  Expression read_conflict_update(const OnConflictClause* conflict, Scope scope);
  Expression read_assignments(const List* targets, const Scope& scope);
  void append_clauses(const Node* condition, const List* returning, const Scope& scope, Args& parts);

  Session& session_;
  const Symbol* table_;
  std::vector<CommonTable> common_tables_;
  int next_item_ = 1;
  int next_common_table_ = 1;
  int depth_ = 0;
};

}  // namespace pgplumb
