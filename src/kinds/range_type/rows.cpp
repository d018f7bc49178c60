#include "kinds/range_type/rows.h"

#include "catalog/declared.h"

namespace pgplumb {

void read_range_type_row(Introspection& read, const Row& row) {
  enum { name, statement, schema, has_no_multirange };
  read.run_or_wait(row.text(statement), "range type", row.text(name));
  const Symbol* made = read.draft.find(Namespace::type, read.schemas.at(row.oid(schema)), row.text(name));
  if (made && row.flag(has_no_multirange)) accept_any(read.draft, made, "multirange");
}

}  // namespace pgplumb
