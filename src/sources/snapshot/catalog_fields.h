// What a snapshot holds of a source beside its objects, under the names that the file uses: one list for writing and reading.
#pragma once

#include <pgplumb/sources/source.h>

namespace pgplumb::snapshot {

constexpr int format_number = 5;

/// What stands in the file's head. Calls `act(name, member)` for each.
template <class AnySource, class Act>
void for_each_source_field(AnySource& source, const Act& act) {
  act("state", source.state);
  act("layout", source.layout);
  act("server", source.server);
  act("database", source.database);
  act("path_schema", source.path_schema);
}

template <class AnyCatalog, class Act>
void for_each_catalog_field(AnyCatalog& catalog, const Act& act) {
  act("silences", catalog.silences);
  act("states_owners", catalog.states_owners);
  act("states_privileges", catalog.states_privileges);
  act("privileges_uncertain", catalog.privileges_uncertain);
  act("schemas", catalog.schemas);
  act("uncertain_names", catalog.uncertain_names);
  act("absences_uncertain", catalog.absences_uncertain);
  act("extension_owned", catalog.extension_owned);
  act("platform_schemas", catalog.platform_schemas);
  act("not_compared", catalog.not_compared);
  act("problems", catalog.problems);
  act("events", catalog.events);
  act("migrations", catalog.migrations);
  act("statements_without_effect", catalog.statements_without_effect);
}

/// What an entry holds beside its identity and its object.
template <class AnyEntry, class AnyNotes, class Act>
void for_each_entry_field(AnyEntry& entry, AnyNotes& notes, const Act& act) {
  act("declared_at", entry.declared_at);
  act("stated_in_part", entry.stated_in_part);
  act("uncertain", entry.uncertain);
  act("ignored", entry.ignored);
  act("called", entry.called);
  act("accepts", notes.accepts);
  act("remarks", notes.remarks);
  act("written", notes.written);
}

}  // namespace pgplumb::snapshot
