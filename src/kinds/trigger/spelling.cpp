#include "kinds/spelling.h"

#include "kinds/routine/write.h"
#include "kinds/trigger/ddl.h"
#include "kinds/trigger/partition_triggers.sql.h"
#include "kinds/trigger/rows.h"
#include "kinds/trigger/triggers.sql.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

/// `INSERT OR UPDATE OF ("a", "b")`
std::string written_events(const Trigger& trigger) {
  std::string sql = upper(trigger.events.str());
  std::string columns;
  for (const ColumnRef& column : trigger.columns)
    columns += (columns.empty() ? "" : ", ") + quote_identifier(column.symbol->text);
  const auto update = sql.find("UPDATE");
  if (!columns.empty() && update != sql.npos) sql.insert(update + 6, " OF " + columns);
  return sql;
}

/// Trigger functions take nothing: the signature ends in "()".
std::string written_function(const Trigger& trigger) {
  Symbol name = *trigger.function.symbol;
  name.text = name.text.substr(0, name.text.find('('));
  return quote_qualified(name);
}

std::string create(const Entry& entry) {
  const auto& trigger = std::get<Trigger>(entry.object);
  std::string sql = std::string("CREATE ") + (trigger.constraint ? "CONSTRAINT " : "") + "TRIGGER " +
                    quote_identifier(entry.id.member) + " " + upper(trigger.timing.str()) + " " + written_events(trigger) +
                    " ON " + quoted_owner(entry.id);
  if (trigger.referenced.symbol) sql += " FROM " + quote_qualified(*trigger.referenced.symbol);
  sql += deferrable_words(trigger.deferrable, trigger.initially_deferred);
  if (!trigger.transition_tables.empty()) sql += " REFERENCING " + trigger.transition_tables.str();
  sql += trigger.for_each_row ? " FOR EACH ROW" : " FOR EACH STATEMENT";
  if (trigger.condition) sql += " WHEN (" + sql_expression(*trigger.condition.tree) + ")";
  sql += " EXECUTE FUNCTION " + written_function(trigger) + "(" + trigger.arguments.str() + ")";
  return made_to_fire(sql, trigger.fires, change_of_firing(entry.id, "TRIGGER", trigger.fires));
}

std::string drop(const Entry& entry) {
  return "DROP TRIGGER " + quote_identifier(entry.id.member) + " ON " + quoted_owner(entry.id);
}

constexpr CatalogQuery queries[] = {{"triggers.sql", "reads triggers", triggers_sql, 2, read_trigger_row},
                                    {"partition_triggers.sql", "reads which triggers fire otherwise for partitions",
                                     partition_triggers_sql, 1, read_partition_trigger_row}};

constexpr StatementSpelling statements[] = {{T_CreateTrigStmt, read_create_trigger}};

constexpr AlterTableSpelling clauses[] = {
    {AT_EnableTrig, read_enable_trigger},        {AT_EnableAlwaysTrig, read_enable_trigger},
    {AT_EnableReplicaTrig, read_enable_trigger}, {AT_DisableTrig, read_enable_trigger},
    {AT_EnableTrigAll, read_enable_trigger},     {AT_DisableTrigAll, read_enable_trigger},
    {AT_EnableTrigUser, read_enable_trigger},    {AT_DisableTrigUser, read_enable_trigger},
};

}  // namespace

extern const Spelling trigger_spelling{Trigger::kind, "triggers", statements, clauses, {}, queries, create, drop};

}  // namespace pgplumb
