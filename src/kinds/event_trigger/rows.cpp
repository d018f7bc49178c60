#include "kinds/event_trigger/rows.h"

#include "kinds/trigger/rows.h"

namespace pgplumb {

void read_event_trigger_row(Introspection& read, const Row& row) {
  enum { name, statement, enabled };
  if (!read.run(row.text(statement), "event trigger", row.text(name))) return;
  const Symbol* trigger = read.draft.find(Namespace::event_trigger, nullptr, row.text(name));
  read.draft.change(trigger,
                    [&](Draft::Item& item) { std::get<EventTrigger>(item.object).fires = firing_of(row.letter(enabled)); });
}

}  // namespace pgplumb
