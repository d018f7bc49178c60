#include "kinds/check/rows.h"

namespace pgplumb {

void read_check_row(Introspection& read, const Row& row) {
  enum { relation, name, expression, no_inherit, validated };
  const Symbol* table = read.relation(row.oid(relation));
  if (!table) return;
  Check check{{read.expression_of(row, expression, table)}, row.flag(no_inherit), row.flag(validated), true};
  read.draft.declare(Namespace::constraint, table, row.text(name), std::move(check), {});
}

void read_not_enforced_row(Introspection& read, const Row& row) {
  enum { relation, name };
  const Symbol* table = read.relation(row.oid(relation));
  const Symbol* check = table ? read.draft.find(Namespace::constraint, table, row.text(name)) : nullptr;
  if (check) read.draft.change(check, [](Draft::Item& item) { std::get<Check>(item.object).enforced = false; });
}

}  // namespace pgplumb
