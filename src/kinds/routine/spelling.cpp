#include "kinds/spelling.h"

#include "kinds/routine/aggregates.sql.h"
#include "kinds/routine/ddl.h"
#include "kinds/routine/options.h"
#include "kinds/routine/routines.sql.h"
#include "kinds/routine/rows.h"
#include "kinds/routine/write.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

std::string create(const Entry& entry) {
  const auto& routine = std::get<Routine>(entry.object);
  if (routine.definition || routine.routine_kind == RoutineKind::aggregate) return entry.notes->written.str();
  const bool is_procedure = routine.routine_kind == RoutineKind::procedure;
  std::string sql = std::string("CREATE OR REPLACE ") + (is_procedure ? "PROCEDURE " : "FUNCTION ") + quoted_name_of(entry) +
                    "(" + written_parameters(routine) + ")";
  if (!is_procedure) sql += " RETURNS " + written_result(routine);
  sql += " LANGUAGE " + quote_identifier(routine.language.str());
  if (routine.volatility != Volatility::volatile_) sql += " " + upper(show_value(routine.volatility));
  if (routine.strict) sql += " STRICT";
  if (routine.security_definer) sql += " SECURITY DEFINER";
  if (routine.leakproof) sql += " LEAKPROOF";
  if (routine.parallel != Parallel::unsafe) sql += " " + upper(show_value(routine.parallel));
  if (!routine.cost.empty()) sql += " " + upper(routine.cost.str());
  if (const RoutineRef support = function_of(routine, "support")) sql += " SUPPORT " + quoted_function(support);
  if (!routine.transforms.empty()) sql += " TRANSFORM " + routine.transforms.str();
  if (!routine.settings.empty()) sql += " " + routine.settings.str();
  return sql + " AS " + dollar_quoted(routine.body.str());
}

std::string drop(const Entry& entry) {
  const auto& routine = std::get<Routine>(entry.object);
  return "DROP " + std::string(sql_word(routine.routine_kind)) + " " + quoted_name_of(entry) + "(" + written_types(routine) + ")";
}

constexpr CatalogQuery queries[] = {{"routines.sql", "reads functions and procedures", routines_sql, 1, read_routine_row},
                                    {"aggregates.sql", "reads aggregates", aggregates_sql, 1, read_routine_row}};

constexpr StatementSpelling statements[] = {{T_CreateFunctionStmt, read_create_routine},
                                            {T_AlterFunctionStmt, read_alter_routine},
                                            {T_DefineStmt, read_create_aggregate}};

}  // namespace

extern const Spelling routine_spelling{Routine::kind, "functions", statements, {}, {}, queries, create, drop};

}  // namespace pgplumb
