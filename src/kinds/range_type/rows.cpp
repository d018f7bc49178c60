#include "kinds/range_type/rows.h"

namespace pgplumb {

void read_range_type_row(Introspection& read, const Row& row) {
  enum { name, statement };
  read.run_or_wait(row.text(statement), "range type", row.text(name));
}

}  // namespace pgplumb
