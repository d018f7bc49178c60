// Reads the nodes of an expression. Its methods stand in read_expression.cpp, read_call.cpp, read_operation.cpp and
// read_xml.cpp.
#pragma once

#include <pgplumb/sql/expression.h>

#include <optional>
#include <string>
#include <vector>

#include "sql/deparse.h"
#include "sql/expression_forms.h"
#include "sql/nodes.h"

namespace pgplumb {

/// Thrown where an expression nests too deeply.
struct TooDeep {};

/// One method for each kind of node. IN, BETWEEN and the like become here what the server stores for them
/// (transformAExprIn, transformAExprBetween in parser/parse_expr.c).
class ExpressionReader {
 public:
  using Args = std::vector<Expression>;

  explicit ExpressionReader(const NameResolver& names) : names_(names) {}

  /// Throws TooDeep.
  Expression read(const Node* node);
  /// `first`: the first of the steps that is still to be taken.
  Expression read_parts(Expression whole, const List* steps, std::size_t first = 0);

 private:
  Args read_all(const List* nodes);
  Args read_members(const List* nodes);
  Args read_keys(const List* nodes) { return without_repeated(read_all(nodes)); }
  Expression read_constant(const ::A_Const& constant);
  Expression read_column(const ::ColumnRef& column);
  Expression read_parameter(const ::ParamRef& parameter);
  Expression read_call(const ::FuncCall& call);
  std::optional<DataType> type_called(const QualifiedName& name, const Expression& call) const;
  Expression read_sort(const ::SortBy& sort);
  Expression read_window(const ::WindowDef& window);
  std::string function_name(const List* names) const;
  Args read_call_clauses(const ::FuncCall& call);
  Expression read_subquery(const ::SubLink& link);
  Expression read_collation(const ::CollateClause& clause);
  Expression read_cast(const ::TypeCast& cast);
  Expression constant_or_cast(DataType type, Expression value) const;
  Expression read_operator(const ::A_Expr& expression);
  Expression read_operation(const ::A_Expr& expression, const std::string& op);
  void find_operator(Expression& made, std::string_view schema) const;
  bool mentions_own_column(const Expression& expression) const;
  Expression read_distinct(const ::A_Expr& expression);
  Expression read_membership(const ::A_Expr& expression, std::string_view op);
  Expression read_range(const ::A_Expr& expression);
  Expression read_boolean(const ::BoolExpr& expression);
  Expression read_case(const ::CaseExpr& expression);
  Expression read_indirection(const ::A_Indirection& indirection);
  Expression read_field(Expression whole, std::string_view name) const;
  Expression read_subscript(Expression whole, const ::A_Indices& indices, bool slices);
  Args read_named(const List* targets);
  Expression read_xml(const ::XmlExpr& xml);
  Expression read_xml_serialize(const ::XmlSerialize& serialize);
  Expression read_session_value(const ::SQLValueFunction& value);

  const NameResolver& names_;
  int depth_ = 0;
};

inline Expression opaque_text(std::string text) { return make(Expression::Kind::opaque, std::move(text)); }
inline Expression opaque(const Node* node) { return opaque_text(deparse(node)); }

/// An operator or a collation: the name without pg_catalog, and without public, where a search_path finds it anyway; or
/// extensions, which Supabase has in its search_path and keeps what extensions make in.
std::string object_name(const List* names);

}  // namespace pgplumb
