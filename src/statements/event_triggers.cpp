#include "statements/event_triggers.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "catalog/listed.h"
#include "statements/do_block/call_arguments.h"
#include "statements/do_block/catalog_rows/catalog_rows.h"
#include "statements/do_block/catalog_rows/draft_walk.h"
#include "statements/do_block/doubt/effect.h"
#include "statements/do_block/routine_body.h"

namespace pgplumb {

namespace {

struct TaggedNode {
  NodeTag node;
  std::string_view tag;
};

/// Command tags (tcop/cmdtaglist.h) of the statements that make objects, as far as they have one whatever they make.
constexpr std::array tags = {
    TaggedNode{T_CreateStmt, "CREATE TABLE"},
    TaggedNode{T_CreateForeignTableStmt, "CREATE FOREIGN TABLE"},
    TaggedNode{T_ViewStmt, "CREATE VIEW"},
    TaggedNode{T_IndexStmt, "CREATE INDEX"},
    TaggedNode{T_CreateSeqStmt, "CREATE SEQUENCE"},
    TaggedNode{T_CreateSchemaStmt, "CREATE SCHEMA"},
    TaggedNode{T_CreateEnumStmt, "CREATE TYPE"},
    TaggedNode{T_CompositeTypeStmt, "CREATE TYPE"},
    TaggedNode{T_CreateRangeStmt, "CREATE TYPE"},
    TaggedNode{T_AlterEnumStmt, "ALTER TYPE"},
    TaggedNode{T_CreateDomainStmt, "CREATE DOMAIN"},
    TaggedNode{T_AlterDomainStmt, "ALTER DOMAIN"},
    TaggedNode{T_CreateTrigStmt, "CREATE TRIGGER"},
    TaggedNode{T_CreatePolicyStmt, "CREATE POLICY"},
    TaggedNode{T_AlterPolicyStmt, "ALTER POLICY"},
    TaggedNode{T_CreateExtensionStmt, "CREATE EXTENSION"},
    TaggedNode{T_CommentStmt, "COMMENT"},
    TaggedNode{T_RuleStmt, "CREATE RULE"},
};

/// "" where it fires none, or is none of those.
std::string_view command_tag(const Node* statement) {
  if (const auto* made = as<CreateTableAsStmt>(statement))
    return made->objtype == OBJECT_MATVIEW ? "CREATE MATERIALIZED VIEW"
           : made->is_select_into          ? "SELECT INTO"
                                           : "CREATE TABLE AS";
  if (const auto* function = as<CreateFunctionStmt>(statement))
    return function->is_procedure ? "CREATE PROCEDURE" : "CREATE FUNCTION";
  if (const auto* altered = as<AlterTableStmt>(statement)) return altered->objtype == OBJECT_TABLE ? "ALTER TABLE" : "";
  if (const auto* renamed = as<RenameStmt>(statement)) {
    const bool is_of_table = renamed->renameType == OBJECT_TABLE || renamed->relationType == OBJECT_TABLE;
    return is_of_table && renamed->relation ? "ALTER TABLE" : "";
  }
  const auto found = std::find_if(tags.begin(), tags.end(), [&](const TaggedNode& row) { return row.node == statement->type; });
  return found == tags.end() ? std::string_view() : found->tag;
}

ResultRow command(std::string_view tag, const char* object_type, const Symbol* schema, const Symbol* object) {
  return {{"objid", object_number(object)},
          {"command_tag", std::string(tag)},
          {"object_type", object_type},
          {"schema_name", schema->text},
          {"object_identity", quote_where_needed(schema->text) + "." + quote_where_needed(object->text)},
          {"in_extension", "f"}};
}

const char* type_of_relation(std::string_view tag) {
  if (tag == "CREATE VIEW") return "view";
  if (tag == "CREATE MATERIALIZED VIEW") return "materialized view";
  return tag == "CREATE FOREIGN TABLE" ? "foreign table" : "table";
}

bool has_index(const Draft& draft, const Symbol* symbol) {
  return draft.object<Index>(symbol) || draft.object<PrimaryKey>(symbol) || draft.object<Unique>(symbol);
}

/// The rows of pg_event_trigger_ddl_commands(): of tables, views, indexes and sequences what they are, of others the tag alone.
std::vector<ResultRow> commands_of(Session& session, const Node* statement, std::string_view tag, std::size_t declared_before) {
  const Draft& draft = session.draft();
  std::vector<ResultRow> commands;
  const auto* altered = as<AlterTableStmt>(statement);
  const auto* renamed = as<RenameStmt>(statement);
  if (const RangeVar* relation = altered ? altered->relation : renamed ? renamed->relation : nullptr) {
    const auto [schema, name] = qualified_name(relation);
    const Symbol* table =
        session.look_up(schema, renamed && renamed->renameType == OBJECT_TABLE ? view_of(renamed->newname) : name).symbol;
    if (table) commands.push_back(command(tag, "table", table->parent, table));
    return commands;
  }
  for (std::size_t n = declared_before + 1; n <= draft.declared_count(); ++n) {
    const Draft::Item* item = draft.declared(n);
    if (!item) continue;
    if (item->space == Namespace::relation || item->space == Namespace::partition)
      commands.push_back(command(tag, type_of_relation(tag), item->symbol->parent, item->symbol));
    else if (item->space == Namespace::sequence)
      commands.push_back(command("CREATE SEQUENCE", "sequence", item->symbol->parent, item->symbol));
    else if (has_index(draft, item->symbol))
      commands.push_back(command("CREATE INDEX", "index", item->symbol->parent->parent, item->symbol));  // in its table's schema
  }
  const bool makes_others = commands.empty() && draft.declared_count() > declared_before;
  if (makes_others || tag == "COMMENT" || tag.starts_with("ALTER")) commands.push_back({{"command_tag", std::string(tag)}});
  return commands;
}

bool fires_for(const EventTrigger& trigger, std::string_view tag) {
  const bool is_on = trigger.fires == Firing::enabled || trigger.fires == Firing::always;
  const auto only = listed(trigger.tags.str());
  return is_on && trigger.event == "ddl_command_end" && (only.empty() || std::find(only.begin(), only.end(), tag) != only.end());
}

void fire(Session& session, const Symbol* trigger, const Symbol* function, Variables variables) {
  if (!session.draft().object<Routine>(function) || Running::is_too_deep()) return;
  const Running depth;
  const std::string what = "event trigger " + trigger->text;
  try {
    if (effect_of(session, function) == Effect::none) return;
    run_routine(session, what, Routine(*session.draft().object<Routine>(function)), std::move(variables));
  } catch (const SyntaxError& error) {
    session.not_compared(what, "not understood: " + error.message);
    session.absences_uncertain = true;
  }
}

}  // namespace

void fire_event_triggers(Session& session, const Node* statement, std::size_t declared_before) {
  const std::string_view tag = command_tag(statement);
  if (tag.empty()) return;
  std::vector<std::pair<const Symbol*, const Symbol*>> firing;
  for_each_global_of_kind<EventTrigger>(session, [&](const Symbol* trigger, const EventTrigger& stated) {
    if (fires_for(stated, tag)) firing.emplace_back(trigger, stated.function.symbol);
  });
  if (firing.empty()) return;
  std::sort(firing.begin(), firing.end(), [](const auto& a, const auto& b) { return a.first->text < b.first->text; });
  Variables variables;
  variables.set("tg_event", Value::of(std::string("ddl_command_end")));
  variables.set("tg_tag", Value::of(std::string(tag)));
  variables.set_commands(commands_of(session, statement, tag, declared_before));
  for (const auto& [trigger, function] : firing) fire(session, trigger, function, variables);
}

}  // namespace pgplumb
