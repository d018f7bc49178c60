#include "statements/do_block/executed.h"

#include "statements/do_block/called.h"
#include "statements/do_block/doubt/effect.h"
#include "statements/do_block/evaluator/condition.h"
#include "statements/do_block/own_queries.h"

namespace pgplumb {

Executed executed_by(Session& session, const Variables& variables, const PlStatement& statement, std::string_view body) {
  Executed executed{evaluate_expression(session, variables, statement.text.of(body)), {}};
  const std::string_view values = statement.rest.of(body);
  const auto rows = values.empty() ? std::nullopt : evaluate_query(session, variables, as_query(values));
  if (!rows || rows->size() != 1) return executed;
  std::size_t number = 0;
  for (const auto& column : rows->front()) executed.parameters.set("$" + std::to_string(++number), column.second);
  return executed;
}

std::optional<std::vector<ResultRow>> rows_executed(Session& session, const Variables& variables, const PlStatement& statement,
                                                    std::string_view body) {
  const auto [sql, parameters] = executed_by(session, variables, statement, body);
  if (!sql.is_known()) return doubt_calls_of_executed(session, statement, sql, body), std::nullopt;
  run_calls(session, parameters, sql.text);
  return evaluate_query(session, parameters, sql.text);
}

void run_executed_calls(Session& session, const Variables& variables, const PlStatement& statement, std::string_view body) {
  if (!executes(statement)) return;
  const auto [sql, parameters] = executed_by(session, variables, statement, body);
  if (!sql.is_known()) return doubt_calls_of_executed(session, statement, sql, body);
  run_calls(session, parameters, sql.text);
}

void doubt_calls_of_executed(Session& session, const PlStatement& statement, const Value& sql, std::string_view body) {
  if (sql.is_known()) return doubt_calls(session, sql.text);
  doubt_calls_of_known(session, known_text(statement.text.of(body), sql));
}

}  // namespace pgplumb
