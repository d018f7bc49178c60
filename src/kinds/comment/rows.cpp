#include "kinds/comment/rows.h"

namespace pgplumb {

void read_comment_row(Introspection& read, const Row& row) {
  enum { name, statement };
  // On what is in a schema that is not read, or is a partition.
  if (!read.run(row.text(statement), "comment", row.text(name))) read.not_compared.pop_back();
}

}  // namespace pgplumb
