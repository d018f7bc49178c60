#include "kinds/domain/rows.h"

namespace pgplumb {

void read_domain_row(Introspection& read, const Row& row) {
  enum { name, statement };
  read.run_or_wait(row.text(statement), "domain", row.text(name));
}

}  // namespace pgplumb
