#include "kinds/operator/rows.h"

namespace pgplumb {

void read_operator_row(Introspection& read, const Row& row) {
  enum { name, statement };
  read.run(row.text(statement), "operator", row.text(name));
}

}  // namespace pgplumb
