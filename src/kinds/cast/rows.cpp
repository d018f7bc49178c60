#include "kinds/cast/rows.h"

namespace pgplumb {

void read_cast_row(Introspection& read, const Row& row) {
  enum { name, statement };
  read.run(row.text(statement), "cast", row.text(name));
}

}  // namespace pgplumb
