#include "kinds/schema/rows.h"

namespace pgplumb {

void read_schema_row(Introspection& read, const Row& row) {
  enum { oid, name };
  read.schemas[row.oid(oid)] = read.draft.declare(Namespace::schema, nullptr, row.text(name), Schema{}, {});
}

}  // namespace pgplumb
