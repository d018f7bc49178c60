#include "kinds/policy/rows.h"

namespace pgplumb {

void read_policy_row(Introspection& read, const Row& row) {
  enum { relation, name, statement };
  const Symbol* table = read.relation(row.oid(relation));
  if (!table || !read.run(row.text(statement), "policy", row.text(name))) return;
  const Symbol* policy = read.draft.find(Namespace::policy, table, row.text(name));
  read.draft.change(policy, [&](Draft::Item& item) { item.notes.edit().written = row.text(statement); });
}

}  // namespace pgplumb
