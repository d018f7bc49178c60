#include "kinds/trigger/rows.h"

#include "kinds/partition/own_triggers.h"

namespace pgplumb {

Firing firing_of(char letter) {
  switch (letter) {
    case 'A':
      return Firing::always;
    case 'R':
      return Firing::replica;
    case 'D':
      return Firing::disabled;
    default:
      return Firing::enabled;
  }
}

void read_trigger_row(Introspection& read, const Row& row) {
  enum { relation, name, statement, enabled };
  const Symbol* table = read.relation(row.oid(relation));
  if (!table || !read.run(row.text(statement), "trigger", row.text(name))) return;
  const Symbol* trigger = read.draft.find(Namespace::trigger, table, row.text(name));
  read.draft.change(trigger, [&](Draft::Item& item) { std::get<Trigger>(item.object).fires = firing_of(row.letter(enabled)); });
}

void read_partition_trigger_row(Introspection& read, const Row& row) {
  enum { relation, name, enabled };
  const Symbol* partition = read.relation(row.oid(relation));
  if (!partition) return;
  for (const Symbol* trigger : triggers_named(read.draft, partition, row.text(name)))
    set_firing(read.session, partition, trigger, firing_of(row.letter(enabled)));
}

}  // namespace pgplumb
