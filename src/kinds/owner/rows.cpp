#include "kinds/owner/rows.h"

namespace pgplumb {

void read_owner_row(Introspection& read, const Row& row) {
  enum { name, statement };
  read.run(row.text(statement), "owner", row.text(name));
}

}  // namespace pgplumb
