#include "kinds/composite_type/rows.h"

namespace pgplumb {

void read_composite_type_row(Introspection& read, const Row& row) {
  enum { name, statement };
  read.run_or_wait(row.text(statement), "composite type", row.text(name));
}

}  // namespace pgplumb
