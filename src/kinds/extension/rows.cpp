#include "kinds/extension/rows.h"

namespace pgplumb {

void read_extension_row(Introspection& read, const Row& row) {
  enum { name, statement };
  read.run(row.text(statement), "extension", row.text(name));
}

}  // namespace pgplumb
