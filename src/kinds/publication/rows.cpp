#include "kinds/publication/rows.h"

namespace pgplumb {

void read_publication_row(Introspection& read, const Row& row) {
  enum { name, statement };
  read.run(row.text(statement), "publication", row.text(name));
}

}  // namespace pgplumb
