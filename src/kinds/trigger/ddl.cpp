#include "kinds/trigger/ddl.h"

#include <pgplumb/sql/identifier.h>

#include <array>

#include "kinds/partition/own_triggers.h"
#include "kinds/query/new_and_old.h"

namespace pgplumb {

namespace {

// pg_trigger.tgtype, as catalog/pg_trigger.h numbers it.
constexpr int before = 1 << 1, insert = 1 << 2, remove = 1 << 3, update = 1 << 4, truncate = 1 << 5, instead = 1 << 6;

Text timing_words(int timing) { return timing == before ? "before" : timing == instead ? "instead of" : "after"; }

Text event_words(int events) {
  constexpr std::pair<int, std::string_view> words[] = {
      {insert, "insert"}, {remove, "delete"}, {update, "update"}, {truncate, "truncate"}};
  std::string text;
  for (const auto& [bit, word] : words)
    if (events & bit) text += (text.empty() ? "" : " or ") + std::string(word);
  return text;
}

Text argument_words(const List* arguments) {
  std::string text;
  for (const Node* argument : nodes_of(arguments)) text += (text.empty() ? "" : ", ") + quote_literal(text_of(argument));
  return text;
}

/// The old table first, as PostgreSQL tells it.
Text transition_words(const List* tables) {
  std::string old_table, new_table;
  for (const Node* node : nodes_of(tables)) {
    const auto* table = as<TriggerTransition>(node);
    (table->isNew ? new_table : old_table) = (table->isNew ? "new table as " : "old table as ") + quote_identifier(table->name);
  }
  return old_table + (old_table.empty() || new_table.empty() ? "" : " ") + new_table;
}

RelationRef referenced_table(Session& session, const RangeVar* relation) {
  if (!relation) return {};
  const auto [schema, name] = qualified_name(relation);
  const Symbol* found = session.relation_to_refer_to(schema, name);
  return {found ? found : session.draft().phantom(schema, name)};
}

Trigger read_trigger(Session& session, const Symbol* table, const CreateTrigStmt* statement) {
  Trigger trigger;
  trigger.timing = timing_words(statement->timing);
  trigger.events = event_words(statement->events);
  trigger.columns = columns_named(session, const_cast<Symbol*>(table), statement->columns);
  trigger.for_each_row = statement->row;
  trigger.condition = read_condition_on_rows(session, table, statement->whenClause);
  trigger.function = trigger_function(session, statement->funcname);
  trigger.arguments = argument_words(statement->args);
  trigger.transition_tables = transition_words(statement->transitionRels);
  trigger.constraint = statement->isconstraint;
  trigger.referenced = referenced_table(session, statement->constrrel);
  trigger.deferrable = statement->deferrable;
  trigger.initially_deferred = statement->initdeferred;
  return trigger;
}

struct FiringClause {
  AlterTableType type;
  Firing firing;
};
constexpr std::array firing_clauses = {
    FiringClause{AT_EnableTrig, Firing::enabled},        FiringClause{AT_EnableAlwaysTrig, Firing::always},
    FiringClause{AT_EnableReplicaTrig, Firing::replica}, FiringClause{AT_DisableTrig, Firing::disabled},
    FiringClause{AT_EnableTrigAll, Firing::enabled},     FiringClause{AT_EnableTrigUser, Firing::enabled},
    FiringClause{AT_DisableTrigAll, Firing::disabled},   FiringClause{AT_DisableTrigUser, Firing::disabled},
};

}  // namespace

RelationRef trigger_function(Session& session, const List* names) {
  const auto [schema, name] = qualified_name(names);
  const std::string signature = std::string(name) + "()";
  if (const Symbol* found = session.find_in_path(Namespace::routine, schema, signature)) return {found};
  return {session.draft().phantom(schema, signature)};
}

bool read_create_trigger(Session& session, const Node* node) {
  const auto* statement = as<CreateTrigStmt>(node);
  const Symbol* table = relation_to_change(session, statement->relation);
  const std::string_view name = view_of(statement->trigname);
  Trigger trigger = read_trigger(session, table, statement);
  const Symbol* existing = session.draft().find(Namespace::trigger, table, name);
  if (existing && statement->replace) {
    carry_firing_to_partitions(session, table, name, false);
    edit<Trigger>(session, existing, [&](Trigger& changed) { changed = trigger; });
    session.record(Event::Verb::altered, existing, "definition");
    return true;
  }
  if (!session.draft().declare(Namespace::trigger, table, name, std::move(trigger), session.at()))
    fail(sqlstate::duplicate_object, "trigger " + quoted_name({}, name) + " for relation " + quoted_name({}, table->text) +
                                         " already exists" + created_at(session.draft(), existing));
  return true;
}

void read_enable_trigger(Session& session, Symbol* table, const Node* node) {
  const auto* command = as<AlterTableCmd>(node);
  Firing firing = Firing::enabled;
  for (const FiringClause& clause : firing_clauses)
    if (clause.type == command->subtype) firing = clause.firing;
  const std::string_view name = view_of(command->name);
  const auto triggers = triggers_named(session.draft(), table, name);
  for (const Symbol* trigger : triggers) set_firing(session, table, trigger, firing);
  const bool is_known = session.is_known(table) && session.is_known(root_of(session.draft(), table));
  if (triggers.empty() && !name.empty() && is_known && !session.is_uncertain(name))
    fail(sqlstate::undefined_object,
         "trigger " + quoted_name({}, name) + " for table " + quoted_name({}, table->text) + " does not exist");
}

}  // namespace pgplumb
