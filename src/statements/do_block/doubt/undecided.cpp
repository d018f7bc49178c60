#include "statements/do_block/doubt/undecided.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>

#include "catalog/altered_unseen.h"
#include "catalog/declared.h"
#include "statements/do_block/called.h"
#include "statements/do_block/doubt/assigned.h"
#include "statements/do_block/doubt/doubted_absences.h"
#include "statements/do_block/doubt/doubted_clauses.h"
#include "statements/do_block/doubt/doubted_columns.h"
#include "statements/do_block/doubt/doubted_creates.h"
#include "statements/do_block/doubt/doubted_drops.h"
#include "statements/do_block/doubt/doubted_moves.h"
#include "statements/do_block/doubt/doubted_replacements.h"
#include "statements/do_block/doubt/effect.h"
#include "statements/do_block/doubt/name_in_part.h"
#include "statements/do_block/doubt/path_set.h"
#include "statements/do_block/evaluator/condition.h"
#include "statements/do_block/executed.h"
#include "statements/do_block/loop_rows.h"
#include "statements/do_block/own_queries.h"
#include "statements/do_block/texts.h"
#include "statements/named.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

using Kind = PlStatement::Kind;

void doubt_path(Session& session, std::string_view statement) {
  if (const auto path = path_set_by(statement)) session.doubt_search_path(path->is_local);
}

void make_sql_uncertain(Session& session, std::string_view sql) {
  ScriptVisitor visitor;
  visitor.statement = [&](const ParsedStatement& statement) {
    const Node* node = statement.node->stmt;
    if (effect_of(statement.text) == Effect::compared && !makes_another_at_most(session, node))
      make_named_uncertain(session, node);
  };
  visitor.problem = [&](const SyntaxProblem& problem) { make_named_uncertain(session, problem.text); };
  read_text(session, sql, visitor);
  doubt_calls(session, std::string(sql));
  doubt_path(session, sql);
}

void note_made_in_part(Session& session, std::string_view known) {
  for (NameInPart& name : names_made_in_part(known)) {
    auto& names = session.names_in_part;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
}

/// Without a label it is a loop of the statement's own that ends, where it stands in one.
bool may_exit(const PlStatement& statement, bool in_own_loop) {
  const bool has_label = statement.rest.begin != statement.rest.end;
  if (statement.kind == Kind::exit || statement.kind == Kind::next) return has_label || !in_own_loop;
  bool exits = false;
  for_each_directly_in(statement,
                       [&](const PlStatement& one) { exits |= may_exit(one, in_own_loop || statement.kind == Kind::loop); });
  return exits;
}

}  // namespace

Value evaluate_unless_it_fails(Session& session, const Variables& variables, std::string_view expression) try {
  return evaluate_expression(session, variables, expression);
} catch (const StatementFailure&) {
  return Value::unknown();
}

void make_undecided(Session& session, const Variables& before, const PlStatement& statement, const Surroundings& around) {
  const std::string_view body = around.body;
  Variables variables = before;
  variables.complete(around.steady);
  for_each_in(statement, [&](const PlStatement& one) {
    if (&one != &statement) set_any_row(session, variables, one, body);
    if (one.kind == Kind::sql) make_sql_uncertain(session, one.text.of(body));
    for (const std::string& query : own_queries(one, body)) {
      doubt_calls(session, query);
      doubt_path(session, query);
    }
    if (!executes(one)) return;
    const Value sql = evaluate_unless_it_fails(session, variables, one.text.of(body));
    if (takes_rows(one)) return doubt_calls_of_executed(session, one, sql, body);
    if (sql.is_known()) return make_sql_uncertain(session, sql.text);
    doubt_executed(session, one, sql, around);
  });
  session.privileges_uncertain |= may_grant(statement, body);
}

namespace {

/// Of whatever the variables may be; false where they may be something of which nothing is known.
bool doubt_assigned(Session& session, std::string_view executed, const Surroundings& around) {
  const auto words = cut_into_words(executed);
  bool is_told = words.size() == 1;
  for (const Word& word : words) {
    if (!word.is_name()) continue;
    const Assigned assigned(session, around, word.text);
    is_told &= assigned.is_told();
    for (const std::string& text : assigned.texts()) make_executed_uncertain(session, executed, text);
  }
  return is_told;
}

/// It may be any statement, and was named as not compared.
void doubt_everything(Session& session) {
  const auto& named = session.collected_not_compared;
  mark_all_altered_unseen(session.draft(), named.empty() ? session.at() : named.back().at);
}

}  // namespace

void doubt_executed(Session& session, const PlStatement& execute, const Value& sql, const Surroundings& around) {
  const std::string_view expression = execute.text.of(around.body);
  const std::string known = known_text(expression, sql);
  const bool is_block = begins_with_one_of(known, std::array{"do"});
  if (is_block || begins_unknown(known)) {
    if (doubt_assigned(session, expression, around)) return;
    doubt_everything(session);
  }
  doubt_calls_of_known(session, known);
  make_executed_uncertain(session, expression, known);
}

namespace {

std::size_t changes_so_far(Session& session) {
  std::size_t changes = session.uncertain_names.size() + session.names_in_part.size() + (session.absences_uncertain ? 1 : 0);
  for (std::size_t space = 0; space < namespace_count; ++space)
    changes += session.draft().revision(static_cast<Namespace>(space));
  return changes;
}

void doubt_all_it_may_do(Session& session, std::string_view expression, std::string_view known) {
  doubt_clauses(session, known);
  doubt_drops(session, known);
  doubt_moves(session, known);
  if (only_drops_what_is_found(known) || doubt_columns(session, known) || !makes_what_is_not_named(known)) return;
  note_made_in_part(session, known);
  if (const auto text = with_values_put_in(known)) return make_sql_uncertain(session, *text);
  // The table that partitions come to, or go from, stays as it is.
  if (!only_moves_partitions(known)) make_all_named_uncertain(session, known);
  doubt_replaced(session, expression, known);
  doubt_absences(session, known);
}

}  // namespace

void make_executed_uncertain(Session& session, std::string_view expression, std::string_view known) {
  doubt_path(session, known);
  std::string text = std::string(expression) + '\0' + std::string(known);
  for (const std::string& schema : session.search_path()) text += '\0' + schema;
  const std::size_t before = changes_so_far(session);
  if (session.doubted.changes == before && session.doubted.texts.contains(text)) return;
  doubt_all_it_may_do(session, expression, known);
  const std::size_t after = changes_so_far(session);
  if (session.doubted.changes != after) session.doubted = {after, {}};
  session.doubted.texts.insert(std::move(text));
}

namespace {

/// Whether all that is put in are names, of what the statement leaves as it is.
bool names_others(std::string_view known) {
  constexpr std::array before_others = {"tablespace", "to", "from", "join", "authorization"};
  const auto words = cut_into_words(known);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (holds_gap(words[i]) && !(i > 0 && words[i].is(unknown_text) && is_one_of(words[i - 1], before_others))) return false;
  return true;
}

bool is_read(std::string_view text) {
  bool is_read = true;
  ScriptVisitor visitor;
  visitor.statement = [](const ParsedStatement&) {};
  visitor.problem = [&](const SyntaxProblem&) { is_read = false; };
  parse_script(text, visitor);
  return is_read;
}

/// One that is made, or any between quotes.
bool has_name_in_part(std::string_view known) {
  const auto words = cut_into_words(known);
  const auto is_quoted = [](const Word& word) { return word.kind == Word::Kind::quoted && holds_gap(word); };
  return std::any_of(words.begin(), words.end(), is_quoted) || !names_made_in_part(known).empty();
}

}  // namespace

std::optional<std::string> with_values_put_in(std::string_view known) {
  if (known.empty() || has_name_in_part(known)) return std::nullopt;
  for (const std::string_view value : {"NULL", "1", "''"}) {
    std::string text(known);
    for (std::size_t at; (at = text.find(unknown_text)) != std::string::npos;) text.replace(at, unknown_text.size(), value);
    if (is_read(text)) return text;
  }
  return names_others(known) && is_read(known) ? std::optional<std::string>(known) : std::nullopt;
}

void make_declared_uncertain(Session& session, std::size_t declared_before) {
  for (std::size_t n = declared_before + 1; n <= session.draft().declared_count(); ++n)
    if (const Draft::Item* item = session.draft().declared(n)) session.make_uncertain(item->symbol);
}

bool may_leave(const PlStatement& statement) {
  bool leaves = false;
  for_each_in(statement, [&](const PlStatement& one) { leaves |= one.kind == Kind::leave; });
  return leaves;
}

bool may_give(const PlStatement& statement) {
  bool gives = false;
  for_each_in(statement, [&](const PlStatement& one) { gives |= one.kind == Kind::give; });
  return gives;
}

bool may_exit(const PlStatement& statement) { return may_exit(statement, false); }

void forget_assigned(Variables& variables, const PlStatement& statement) {
  variables.forget("found");
  for_each_in(statement, [&](const PlStatement& one) {
    for (const std::string& target : one.targets) variables.forget(target);
    if (one.kind == Kind::unread) variables.forget();
  });
}

}  // namespace pgplumb
