#include "kinds/event_trigger/ddl.h"

#include <set>

#include "kinds/trigger/ddl.h"
#include "kinds/trigger/rows.h"

namespace pgplumb {

namespace {

/// WHEN TAG IN (…): sorted.
Text tags_of(const List* conditions) {
  std::set<std::string_view> tags;
  for (const Node* node : nodes_of(conditions))
    for (std::string_view tag : texts_of(as<List>(as<DefElem>(node)->arg))) tags.insert(tag);
  std::string text;
  for (std::string_view tag : tags) text += (text.empty() ? "" : ", ") + std::string(tag);
  return text;
}

}  // namespace

bool read_create_event_trigger(Session& session, const Node* node) {
  const auto* statement = as<CreateEventTrigStmt>(node);
  const std::string_view name = view_of(statement->trigname);
  EventTrigger trigger{view_of(statement->eventname), tags_of(statement->whenclause),
                       trigger_function(session, statement->funcname), Firing::enabled};
  const Symbol* made = session.draft().declare(Namespace::event_trigger, nullptr, name, std::move(trigger), session.at());
  if (!made) fail(sqlstate::duplicate_object, "event trigger " + quoted_name({}, name) + " already exists");
  if (session.place().statement)
    session.draft().change(made, [&](Draft::Item& item) { item.notes.edit().written = session.place().statement->text; });
  return true;
}

bool read_alter_event_trigger(Session& session, const Node* node) {
  const auto* statement = as<AlterEventTrigStmt>(node);
  const std::string_view name = view_of(statement->trigname);
  const Symbol* trigger = session.draft().find(Namespace::event_trigger, nullptr, name);
  if (!trigger && session.passes_over("ALTER EVENT TRIGGER", {}, name)) return true;
  if (!trigger) fail(sqlstate::undefined_object, "event trigger " + quoted_name({}, name) + " does not exist");
  edit<EventTrigger>(session, trigger, [&](EventTrigger& changed) { changed.fires = firing_of(statement->tgenabled); });
  session.record(Event::Verb::altered, trigger, "fires");
  return true;
}

}  // namespace pgplumb
