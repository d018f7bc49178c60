// `(home).zip`: expressions that take a field out of a row, which they name by no symbol.
#pragma once

#include <pgplumb/catalog/draft.h>

#include <string_view>
#include <vector>

namespace pgplumb {

/// A field of a composite type, or a column as part of a table's rows.
class FieldAccess {
 public:
  FieldAccess(const Draft& draft, const Symbol* type, std::string_view name);

  bool is_in(const Expression& expression) const;
  bool is_in(const Object& object) const;
  /// The expression by the field's new name.
  Expression renamed(Expression expression, std::string_view name) const;

 private:
  bool is_it(const Expression& expression) const;
  const Symbol* row_of(const Expression& whole) const;

  const Draft& draft_;
  const Symbol* type_;
  std::string text_;
  KnownTypes types_;
};

/// The objects that take it out of a row.
std::vector<Symbol*> accessing(const Draft& draft, const Symbol* type, std::string_view field);

/// They follow where it is called otherwise; to be called before it is.
void rename_accesses(Draft& draft, const Symbol* type, std::string_view field, std::string_view name);

}  // namespace pgplumb
