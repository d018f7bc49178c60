#include "kinds/exclusion/rows.h"

namespace pgplumb {

void read_exclusion_row(Introspection& read, const Row& row) {
  enum { relation, name, statement };
  if (read.relation(row.oid(relation))) read.run(row.text(statement), "exclusion constraint", row.text(name));
}

}  // namespace pgplumb
