#include "kinds/spelling.h"

#include "kinds/event_trigger/ddl.h"
#include "kinds/event_trigger/event_triggers.sql.h"
#include "kinds/event_trigger/rows.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) {
  const Firing fires = std::get<EventTrigger>(entry.object).fires;
  const std::string alter = "ALTER EVENT TRIGGER " + quote_identifier(entry.id.name) + " ";
  return made_to_fire(entry.notes->written.str(), fires, alter + std::string(firing_words(fires)));
}

std::string drop(const Entry& entry) { return "DROP EVENT TRIGGER " + quote_identifier(entry.id.name); }

constexpr CatalogQuery queries[] = {
    {"event_triggers.sql", "reads event triggers", event_triggers_sql, 0, read_event_trigger_row}};

constexpr StatementSpelling statements[] = {{T_CreateEventTrigStmt, read_create_event_trigger},
                                            {T_AlterEventTrigStmt, read_alter_event_trigger}};

}  // namespace

extern const Spelling event_trigger_spelling{EventTrigger::kind, "event triggers", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
