#include "statements/triggers/firing_triggers.h"

#include <algorithm>
#include <utility>

#include "kinds/partition/ddl.h"
#include "kinds/partition/own_triggers.h"

namespace pgplumb {

namespace {

bool is_about(const Trigger& trigger, const RowChange& change) {
  const std::string events = " " + trigger.events.str() + " ";
  if (events.find(" " + std::string(change.event) + " ") == std::string::npos) return false;
  if (trigger.columns.empty() || change.event != "update") return true;
  return std::any_of(trigger.columns.begin(), trigger.columns.end(), [&](const ColumnRef& column) {
    return std::find(change.columns.begin(), change.columns.end(), column.symbol->text) != change.columns.end();
  });
}

/// Only what is partitioned is asked for them, for all partitions are gone through.
std::vector<Symbol*> partitions_of(const Draft& draft, const Symbol* relation) {
  return key_of(draft, relation) ? partitions_below(draft, relation) : std::vector<Symbol*>();
}

class Finder {
 public:
  Finder(Session& session, const RowChange& change) : session_(session), draft_(session.draft()), change_(change) {}

  std::vector<FiringTrigger> find(const Symbol* relation) {
    const std::vector<Symbol*> below = partitions_of(draft_, relation);
    const bool is_partitioned = !below.empty();
    // The partition that a row goes to has them of its own.
    const Symbol* only = below.size() == 1 ? below.front() : nullptr;
    for (const Symbol* trigger : triggers_named(draft_, relation, {})) {
      const auto* stated = draft_.object<Trigger>(trigger);
      add(trigger, is_partitioned && stated->for_each_row ? only : relation, relation, true);
    }
    for (const Symbol* partition : below) add_own_rows(partition, partition == only);
    std::stable_sort(found_.begin(), found_.end(), fires_before);
    return std::move(found_);
  }

 private:
  void add_own_rows(const Symbol* relation, bool surely) {
    for (const Symbol* trigger : draft_.members(relation, Namespace::trigger))
      if (draft_.object<Trigger>(trigger)->for_each_row) add(trigger, relation, relation, surely);
  }
  void add(const Symbol* trigger, const Symbol* told, const Symbol* relation, bool surely) {
    const auto* stated = draft_.object<Trigger>(trigger);
    const Symbol* function = stated->function.symbol;
    if (!is_about(*stated, change_)) return;
    const Firing fires = firing_in(draft_, told ? told : relation, trigger);
    const bool only_as_replica = fires == Firing::replica && !session_.fires_by_role;
    if (fires == Firing::disabled || only_as_replica) return;
    const bool is_known = session_.is_known(trigger) && session_.is_known(function);
    const bool whatever_role = fires == Firing::always || !session_.fires_by_role;
    const bool is_rewritten = !draft_.members(relation, Namespace::rule).empty();
    found_.push_back({trigger, stated, told, function, surely && is_known && whatever_role && !is_rewritten});
  }
  static int stage(const FiringTrigger& one) {
    if (one.is_before()) return one.stated->for_each_row ? 1 : 0;
    return one.stated->for_each_row ? 2 : 3;
  }
  static bool fires_before(const FiringTrigger& a, const FiringTrigger& b) {
    return std::pair(stage(a), std::string_view(a.trigger->text)) < std::pair(stage(b), std::string_view(b.trigger->text));
  }

  Session& session_;
  const Draft& draft_;
  const RowChange& change_;
  std::vector<FiringTrigger> found_;
};

}  // namespace

std::vector<const Symbol*> trigger_functions(Session& session, const Symbol* relation) {
  const Draft& draft = session.draft();
  std::vector<const Symbol*> functions;
  const auto append = [&](const Symbol* trigger) {
    const Symbol* function = draft.object<Trigger>(trigger)->function.symbol;
    if (draft.object<Routine>(function)) functions.push_back(function);
  };
  for (const Symbol* trigger : triggers_named(draft, relation, {})) append(trigger);
  for (const Symbol* partition : partitions_of(draft, relation))
    for (const Symbol* trigger : draft.members(partition, Namespace::trigger)) append(trigger);
  return functions;
}

std::vector<FiringTrigger> firing_triggers(Session& session, const Symbol* relation, const RowChange& change) {
  return Finder(session, change).find(relation);
}

}  // namespace pgplumb
