#include "kinds/primary_key/rows.h"

namespace pgplumb {

void read_primary_key_row(Introspection& read, const Row& row) {
  enum { relation, name, columns };
  const unsigned oid = row.oid(relation);
  if (const Symbol* table = read.relation(oid))
    read.draft.declare(Namespace::constraint, table, row.text(name), PrimaryKey{read.columns_of(oid, row.integers(columns))}, {});
}

}  // namespace pgplumb
