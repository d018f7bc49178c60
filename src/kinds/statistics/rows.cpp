#include "kinds/statistics/rows.h"

namespace pgplumb {

void read_statistics_row(Introspection& read, const Row& row) {
  enum { name, statement };
  read.run(row.text(statement), "statistics object", row.text(name));
}

}  // namespace pgplumb
