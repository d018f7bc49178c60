// An object over the columns of one table, made one over another's columns of the same names.
#pragma once

#include <pgplumb/catalog/draft.h>

namespace pgplumb {

/// From one table to another; the columns of other tables stay.
struct Rebinding {
  const Draft& draft;
  const Symbol* from;
  const Symbol* to;

  const Symbol* operator()(const Symbol* column) const;
};

void rebind(Expression& tree, const Rebinding& rebinding);
void rebind(ExpressionField& field, const Rebinding& rebinding);
void rebind(Object& object, const Rebinding& rebinding);

}  // namespace pgplumb
