#include "kinds/default_privileges/rows.h"

namespace pgplumb {

void read_default_privileges_row(Introspection& read, const Row& row) {
  enum { name, statement };
  read.run(row.text(statement), "default privileges", row.text(name));
}

}  // namespace pgplumb
