#include "kinds/routine/rows.h"

namespace pgplumb {

void read_routine_row(Introspection& read, const Row& row) {
  enum { name, statement };
  read.run(row.text(statement), "function", row.text(name));
}

}  // namespace pgplumb
