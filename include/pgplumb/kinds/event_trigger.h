#pragma once

#include <pgplumb/kinds/trigger.h>

namespace pgplumb {

/// An event trigger (pg_event_trigger).
struct EventTrigger {
  static constexpr std::string_view kind = "event trigger";
  Text event;  ///< "ddl_command_end"
  Text tags;   ///< WHEN TAG IN: "CREATE TABLE, DROP TABLE"; sorted
  RelationRef function;
  Firing fires = Firing::enabled;

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"event", &EventTrigger::event}, Field{"tags", &EventTrigger::tags},
                 Field{"function", &EventTrigger::function}, Field{"fires", &EventTrigger::fires});
  }
  friend bool operator==(const EventTrigger&, const EventTrigger&) = default;
};

}  // namespace pgplumb
