#include "kinds/policy/rows.h"

namespace pgplumb {

void read_policy_row(Introspection& read, const Row& row) {
  enum { relation, name, statement };
  if (read.relation(row.oid(relation))) read.run(row.text(statement), "policy", row.text(name));
}

}  // namespace pgplumb
