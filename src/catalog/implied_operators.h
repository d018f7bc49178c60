// Operators that stand in no expression and that the server finds by itself: for NULLIF, CASE x WHEN y, JOIN USING, ORDER BY …
// They are what it stores (find_expr_references_walker in catalog/dependency.c).
#pragma once

#include <pgplumb/catalog/draft.h>

namespace pgplumb {

/// Whether some part of the expression, which names no operator there, means that one.
class ImpliedOperator {
 public:
  ImpliedOperator(const Draft& draft, const Symbol* op);

  /// `holder`: the number of the object whose expression it is; a younger operator class does not sort for it.
  bool is_in(const Expression& expression, std::size_t holder) const;

 private:
  bool is_applied_by(const Expression& expression, std::size_t holder) const;
  bool is_applied_by_other(const Expression& expression) const;
  bool sorts_in(const Expression& expression, std::size_t holder) const;
  bool is_applied_to_pairs(const Expression& operation) const;
  bool compares(std::string_view name, const Expression& left, const Expression& right) const;
  bool sorts_any(const std::vector<Expression>& values, int strategy, std::size_t holder) const;
  bool sorts(const Expression& value, int strategy, std::size_t holder) const;

  /// A type that it orders by default, as which it does (pg_amop.amopstrategy of access method btree).
  struct Order {
    const Symbol* type;
    int strategy;
    std::size_t since;
  };
  const Draft& draft_;
  const Symbol* op_;
  std::string_view name_;
  KnownTypes types_;
  std::vector<Order> orders_;
};

}  // namespace pgplumb
