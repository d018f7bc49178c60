#include "kinds/rewrite_rule/rows.h"

#include "kinds/trigger/rows.h"
#include "kinds/write.h"

namespace pgplumb {

void read_rule_row(Introspection& read, const Row& row) {
  enum { relation, name, statement, enabled };
  const Symbol* table = read.relation(row.oid(relation));
  if (!table || !read.run(row.text(statement), "rule", row.text(name))) return;
  const Symbol* rule = read.draft.find(Namespace::rule, table, row.text(name));
  read.draft.change(rule, [&](Draft::Item& item) {
    std::get<RewriteRule>(item.object).fires = firing_of(row.letter(enabled));
    item.notes.edit().written = without_semicolon(row.text(statement));
  });
}

}  // namespace pgplumb
