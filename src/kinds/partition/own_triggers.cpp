#include "kinds/partition/own_triggers.h"

#include <algorithm>

#include "kinds/partition/ddl.h"

namespace pgplumb {

namespace {

const Symbol* above(const Draft& draft, const Symbol* relation) {
  const auto* partition = draft.object<Partition>(relation);
  return partition ? partition->of.symbol : nullptr;
}

/// What the partition says of the trigger; null for nothing.
const PartitionTrigger* find_own(const Draft& draft, const Symbol* partition, const Symbol* trigger) {
  for (const PartitionTrigger& own : *draft.object<Partition>(partition)->triggers)
    if (own.trigger.symbol == trigger) return &own;
  return nullptr;
}

void drop_own(Session& session, const Symbol* partition, const Symbol* trigger) {
  if (!find_own(session.draft(), partition, trigger)) return;
  edit<Partition>(session, partition, [&](Partition& changed) {
    std::erase_if(changed.triggers.edit(), [&](const PartitionTrigger& own) { return own.trigger.symbol == trigger; });
  });
}

}  // namespace

std::vector<const Symbol*> triggers_named(const Draft& draft, const Symbol* relation, std::string_view name) {
  std::vector<const Symbol*> found;
  for (const Symbol* level = relation; level; level = above(draft, level))
    for (const Symbol* trigger : draft.members(level, Namespace::trigger)) {
      const bool is_here = level == relation || draft.object<Trigger>(trigger)->for_each_row;
      if (is_here && (name.empty() || trigger->text == name)) found.push_back(trigger);
    }
  return found;
}

Firing firing_in(const Draft& draft, const Symbol* relation, const Symbol* trigger) {
  if (trigger->parent == relation) return draft.object<Trigger>(trigger)->fires;
  const PartitionTrigger* own = find_own(draft, relation, trigger);
  return own ? own->fires : firing_in(draft, above(draft, relation), trigger);
}

void set_firing(Session& session, const Symbol* relation, const Symbol* trigger, Firing fires) {
  if (trigger->parent == relation) {
    edit<Trigger>(session, trigger, [&](Trigger& changed) { changed.fires = fires; });
    return session.record(Event::Verb::altered, trigger, "fires");
  }
  drop_own(session, relation, trigger);
  edit<Partition>(session, relation, [&](Partition& changed) { changed.triggers.edit().push_back({{trigger}, fires}); });
}

void carry_firing_to_partitions(Session& session, const Symbol* relation, std::string_view name, bool only) {
  const Draft& draft = session.draft();
  const std::vector<Symbol*> partitions = partitions_below(draft, relation);
  for (const Symbol* trigger : triggers_named(draft, relation, name)) {
    if (!draft.object<Trigger>(trigger)->for_each_row) continue;
    const Firing before = firing_in(draft, relation, trigger);
    for (const Symbol* partition : partitions) {
      if (!only)
        drop_own(session, partition, trigger);
      else if (is_attached_to(draft, partition, relation) && !find_own(draft, partition, trigger))
        set_firing(session, partition, trigger, before);
    }
  }
}

void forget_triggers_above(Session& session, const Symbol* partition) {
  const Draft& draft = session.draft();
  const std::vector<Symbol*> below = partitions_below(draft, partition);
  for (const Symbol* trigger : triggers_named(draft, partition, {})) {
    if (trigger->parent == partition) continue;
    for (const Symbol* one : below) drop_own(session, one, trigger);
  }
}

}  // namespace pgplumb
