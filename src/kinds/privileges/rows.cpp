#include "kinds/privileges/rows.h"

namespace pgplumb {

void read_privileges_row(Introspection& read, const Row& row) {
  enum { name, statement };
  read.run(row.text(statement), "privileges", row.text(name));
}

}  // namespace pgplumb
