#include "statements/triggers/trigger_variables.h"

#include <pgplumb/sql/identifier.h>

#include <utility>
#include <vector>

#include "statements/do_block/evaluator/evaluator.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

/// The columns of a row that a text names: `new.id`.
std::set<std::string> columns_named(std::string_view text, std::string_view row) {
  const auto words = cut_into_words(text);
  std::set<std::string> columns;
  for (std::size_t i = 0; i + 2 < words.size(); ++i)
    if (words[i].is_name() && words[i].text == row && words[i + 1].is_sign(".") && words[i + 2].is_name())
      columns.insert(words[i + 2].text);
  return columns;
}

/// "" of a function that is not in the draft.
const std::string& body_of(Session& session, const FiringTrigger& firing) {
  const auto* routine = session.draft().object<Routine>(firing.function);
  return (routine ? routine->body : Text()).str();
}

std::vector<Value> arguments_of(const Trigger& trigger) {
  std::vector<Value> arguments;
  for (const Word& word : cut_into_words(trigger.arguments.str()))
    if (word.kind == Word::Kind::string) arguments.push_back(Value::of(word.text));
  return arguments;
}

void set_relation(Session& session, const Symbol* relation, Variables& variables) {
  if (!relation) return;
  variables.set("tg_table_name", Value::of(relation->text));
  variables.set("tg_relname", Value::of(relation->text));
  variables.set("tg_table_schema", Value::of(relation->parent->text));
  const std::string name = quote_identifier(relation->parent->text) + "." + quote_identifier(relation->text);
  variables.set("tg_relid", Evaluator(session, {}).relation_called(name));
}

}  // namespace

ResultRow unknown_row(const std::set<std::string>& columns) {
  ResultRow row;
  for (const std::string& column : columns) row.emplace_back(column, Value::unknown());
  return row;
}

void append_columns_read(Session& session, const FiringTrigger& firing, std::set<std::string>& columns) {
  const Trigger& trigger = *firing.stated;
  columns.merge(columns_named(body_of(session, firing), "new"));
  if (trigger.condition) columns.merge(columns_named(sql_expression(*trigger.condition.tree), "new"));
}

Variables trigger_variables(Session& session, const FiringTrigger& firing, const RowChange& change, const ResultRow& row) {
  const Trigger& trigger = *firing.stated;
  const std::string& body = body_of(session, firing);
  std::vector<Value> arguments = arguments_of(trigger);
  Variables variables;
  variables.set("tg_name", Value::of(firing.trigger->text));
  variables.set("tg_op", Value::of(upper_case(change.event)));
  variables.set("tg_when", Value::of(upper_case(trigger.timing.str())));
  variables.set("tg_level", trigger.for_each_row ? "ROW" : "STATEMENT");
  variables.set("tg_nargs", Value::of(std::to_string(arguments.size())));
  variables.set("tg_argv", std::move(arguments));
  set_relation(session, firing.relation, variables);
  // Of what the row was before an INSERT, and is after a DELETE, all is NULL.
  const auto nothing_of = [&](std::string_view which) {
    ResultRow nothing;
    for (const std::string& column : columns_named(body, which)) nothing.emplace_back(column, Value::null());
    return nothing;
  };
  const bool has_new = trigger.for_each_row && change.event != "delete";
  const bool has_old = trigger.for_each_row && change.event != "insert";
  variables.set("new", has_new ? row : nothing_of("new"));
  if (!has_old) variables.set("old", nothing_of("old"));
  if (!has_new) variables.set("new", Value::null());
  if (!has_old) variables.set("old", Value::null());
  return variables;
}

}  // namespace pgplumb
