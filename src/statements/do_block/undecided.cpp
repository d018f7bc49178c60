#include "statements/do_block/undecided.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>

#include "catalog/declared.h"
#include "statements/do_block/called.h"
#include "statements/do_block/condition.h"
#include "statements/do_block/effect.h"
#include "statements/named.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

using Kind = PlStatement::Kind;

void make_sql_uncertain(Session& session, std::string_view sql) {
  ScriptVisitor visitor;
  visitor.statement = [&](const ParsedStatement& statement) {
    if (effect_of(statement.text) == Effect::compared) make_named_uncertain(session, statement.node->stmt);
  };
  visitor.problem = [&](const SyntaxProblem& problem) { make_named_uncertain(session, problem.text); };
  parse_script(sql, visitor);
  doubt_calls(session, std::string(sql));
}

/// CREATE OR REPLACE of a routine whose name is put together of a beginning and what is known at run time: 'log_' || name.
void doubt_replaced_routines(Session& session, std::string_view expression) {
  if (lower_case(known_text(expression)).find("or replace") == std::string::npos) return;
  for (const Word& word : cut_into_words(expression)) {
    const auto inner = cut_into_words(word.text);
    const bool begins_a_name = word.kind == Word::Kind::string && inner.size() == 1 && inner.front().is_name();
    if (!begins_a_name) continue;
    for_each_declared(session.draft(), [&](const Draft::Item& item) {
      if (std::holds_alternative<Routine>(item.object) && item.symbol->text.starts_with(word.text))
        session.make_uncertain(item.symbol);
    });
  }
}

}  // namespace

void make_undecided(Session& session, const Variables& variables, const PlStatement& statement, std::string_view body) {
  for_each_in(statement, [&](const PlStatement& one) {
    if (one.kind == Kind::sql) make_sql_uncertain(session, one.text.of(body));
    if (one.kind == Kind::query) doubt_calls(session, select_of(one, body));
    if (one.kind != Kind::execute) return;
    const Value sql = evaluate_expression(session, variables, one.text.of(body));
    if (sql.is_known())
      make_sql_uncertain(session, sql.text);
    else
      make_executed_uncertain(session, one, body);
  });
  session.privileges_uncertain |= may_grant(statement, body);
}

void make_executed_uncertain(Session& session, const PlStatement& execute, std::string_view body) {
  if (!makes_what_is_not_named(execute, body)) return;
  const std::string known = known_text(execute.text.of(body));
  make_all_named_uncertain(session, known);
  doubt_replaced_routines(session, execute.text.of(body));
  session.absences_uncertain = true;
}

bool may_leave(const PlStatement& statement) {
  bool leaves = false;
  for_each_in(statement, [&](const PlStatement& one) { leaves |= one.kind == Kind::leave; });
  return leaves;
}

void forget_assigned(Variables& variables, const PlStatement& statement) {
  variables.forget("found");
  for_each_in(statement, [&](const PlStatement& one) {
    for (const std::string& target : one.targets) variables.forget(target);
    const bool has_into = one.kind == Kind::execute && one.rest.begin != one.rest.end;
    if (one.kind == Kind::unread || has_into) variables.forget();
  });
}

}  // namespace pgplumb
