#include "statements/triggers/triggers.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "statements/do_block/call_arguments.h"
#include "statements/do_block/doubt/effect.h"
#include "statements/do_block/evaluator/condition.h"
#include "statements/do_block/routine_body.h"
#include "statements/triggers/firing_triggers.h"
#include "statements/triggers/new_rows.h"
#include "statements/triggers/reached.h"
#include "statements/triggers/row_changes.h"
#include "statements/triggers/trigger_variables.h"

namespace pgplumb {

namespace {

bool has_effect(Session& session, const Symbol* function) {
  try {
    return session.draft().object<Routine>(function) && effect_of(session, function) != Effect::none;
  } catch (const SyntaxError&) {
    return true;
  }
}

/// Asked once for as long as nothing but rows is changed.
template <class Ask>
bool acts(Session& session, const Symbol* symbol, const Ask& ask) {
  const auto& known = session.fired.acting;
  if (const auto found = known.find(symbol); found != known.end()) return found->second;
  const bool answer = ask();
  return session.fired.acting[symbol] = answer;
}

bool acts(Session& session, const Symbol* function) {
  return acts(session, function, [&] { return has_effect(session, function); });
}

/// A row that triggers fire for, one after the other.
struct ChangedRow {
  ResultRow values;    ///< NEW, as far as it is known
  bool surely = true;  ///< it is there
  bool is_dropped = false;
};

class Firing {
 public:
  Firing(Session& session, const Variables& around, const RowChange& change, const Symbol* relation)
      : session_(session),
        around_(around),
        change_(change),
        relation_(relation),
        triggers_(firing_triggers(session, relation, change)) {
    for (const FiringTrigger& one : triggers_) acting_.push_back(acts(session, one.function));
  }

  void fire(bool surely) {
    if (std::find(acting_.begin(), acting_.end(), true) == acting_.end()) return;
    const std::size_t named_before = session_.collected_not_compared.size();
    const bool has_fired_before = has_fired("statement", {{}, surely});
    if (!has_fired_before) fire_for_statement(true, surely);
    std::vector<ChangedRow> rows = changed_rows(surely);
    std::erase_if(rows, [this](const ChangedRow& row) { return has_fired("row", row); });
    session_.rows_followed += rows.size();
    for (const bool before : {true, false})
      for (ChangedRow& row : rows) fire_for_row(before, row);
    if (!has_fired_before) fire_for_statement(false, surely);
    name_each_once(named_before);
  }

 private:
  /// Without those that fire for rows alike already; the second time is for what the first made unknown.
  bool has_fired(std::string_view level, const ChangedRow& row) {
    constexpr int most = 2;
    std::string key =
        std::to_string(relation_->number) + std::string(change_.event) + std::string(level) + (row.surely ? "!" : "?");
    for (const std::string_view column : change_.columns) key += "," + std::string(column);
    for (const auto& [name, value] : row.values)
      key += "," + name + (value.is_known() ? "=" : value.is_null() ? " null" : " unknown") + value.text;
    return ++session_.fired.alike[key] > most;
  }

  std::vector<ChangedRow> changed_rows(bool surely) {
    constexpr std::size_t most_followed = 2000;
    std::set<std::string> columns;
    for (const FiringTrigger& one : triggers_) append_columns_read(session_, one, columns);
    const bool is_known = change_.insert && session_.rows_followed < most_followed;
    const auto found = is_known ? new_rows(session_, around_, change_.insert, relation_, columns) : std::nullopt;
    if (!found) return {{unknown_row(columns), false}};
    std::vector<ChangedRow> rows;
    for (const ResultRow& row : found->rows) rows.push_back({row, surely});
    for (const ResultRow& row : found->in_doubt) rows.push_back({row, false});
    return rows;
  }

  void fire_for_statement(bool before, bool surely) {
    for (std::size_t i = 0; i < triggers_.size(); ++i) {
      if (!acting_[i] || triggers_[i].stated->for_each_row || triggers_[i].is_before() != before) continue;
      ChangedRow none{{}, surely};
      run(triggers_[i], none);
    }
  }

  void fire_for_row(bool before, ChangedRow& row) {
    const auto last = std::find(acting_.rbegin(), acting_.rend(), true).base() - acting_.begin();
    for (std::size_t i = 0; std::cmp_less(i, last) && !row.is_dropped; ++i) {
      const FiringTrigger& one = triggers_[i];
      if (!one.stated->for_each_row || one.is_before() != before) continue;
      const bool may_be_refused = !before && change_.insert && change_.insert->onConflictClause;
      row.surely &= !may_be_refused;
      if (acting_[i])
        run(one, row);
      else if (before)
        run_for_row(one, row);
    }
  }

  /// One that does something to the schema.
  void run(const FiringTrigger& one, ChangedRow& row) {
    const Variables variables = trigger_variables(session_, one, change_, row.values);
    const auto condition = condition_of(one, variables);
    if (condition && !*condition) return;
    const std::string what = "trigger " + one.trigger->text + " on " + one.trigger->parent->text;
    const auto* function = session_.draft().object<Routine>(one.function);
    if (!function) return;  // one that fired before has dropped it
    const Routine routine = *function;
    const bool surely = row.surely && one.surely && condition;
    try {
      if (!surely)
        doubt_routine(session_, what, routine, variables, "for which rows it fires cannot be told from the files");
      else if (Running::is_too_deep())
        give_up_routine(session_, what, routine, "it fires itself");
      else
        return follow(one, what, routine, variables, row);
    } catch (const SyntaxError& error) {
      give_up_routine(session_, what, routine, "not understood: " + error.message);
    }
    doubt_row(one, row);
  }

  void follow(const FiringTrigger& one, const std::string& what, const Routine& routine, const Variables& variables,
              ChangedRow& row) {
    const Running depth;
    const BodyEnd end = run_routine(session_, what, routine, variables);
    if (one.is_before()) take_returned(end, row);
  }

  /// One that does nothing but to the row, before others.
  void run_for_row(const FiringTrigger& one, ChangedRow& row) {
    const Variables variables = trigger_variables(session_, one, change_, row.values);
    const auto condition = condition_of(one, variables);
    if (condition && !*condition) return;
    const auto* function = session_.draft().object<Routine>(one.function);
    const bool is_read = function && function->language == "plpgsql";
    if (!condition || !one.surely || !is_read) return doubt_row(one, row);
    try {
      follow(one, "trigger", Routine(*function), variables, row);
    } catch (const StatementFailure&) {  // what it refuses hangs on rows
      doubt_row(one, row);
    } catch (const SyntaxError&) {
      doubt_row(one, row);
    }
  }

  std::optional<bool> condition_of(const FiringTrigger& one, const Variables& variables) {
    if (!one.stated->condition) return true;
    return evaluate_condition(session_, variables, sql_expression(*one.stated->condition.tree));
  }

  void take_returned(const BodyEnd& end, ChangedRow& row) const {
    const std::string returned = lower_case(end.returned);
    if (returned == "new") {
      row.values = end.variables.record("new");
      return;
    }
    const bool has_old = change_.event != "insert";
    row.is_dropped = returned == "null" || (returned == "old" && !has_old);
    forget_values(row);
    row.surely = false;
  }

  static void forget_values(ChangedRow& row) {
    for (auto& column : row.values) column.second = Value::unknown();
  }
  /// Whether it keeps the row, and as what, cannot be told.
  static void doubt_row(const FiringTrigger& one, ChangedRow& row) {
    if (!one.is_before()) return;
    forget_values(row);
    row.surely = false;
  }

  /// Many statements may fire the same.
  void name_each_once(std::size_t named_before) {
    auto& named = session_.collected_not_compared;
    const auto first = named.begin() + static_cast<std::ptrdiff_t>(named_before);
    named.erase(std::remove_if(first, named.end(),
                               [&](const NotCompared& one) {
                                 return std::any_of(named.begin(), first, [&](const NotCompared& other) {
                                   return other.what == one.what && other.why == one.why && other.object == one.object;
                                 });
                               }),
                named.end());
  }

  Session& session_;
  const Variables& around_;
  const RowChange& change_;
  const Symbol* relation_;
  std::vector<FiringTrigger> triggers_;
  std::vector<bool> acting_;
};

bool acts_by_triggers(Session& session, const Symbol* relation) {
  const auto functions = trigger_functions(session, relation);
  return std::any_of(functions.begin(), functions.end(), [&](const Symbol* function) { return acts(session, function); });
}

/// Whether a trigger of the relation, or of what is reached from it, does anything to the schema.
bool may_act(Session& session, const Symbol* relation) {
  return acts(session, relation, [&] {
    if (acts_by_triggers(session, relation)) return true;
    const auto reached = reached_from(session, relation);
    return std::any_of(reached.begin(), reached.end(), [&](const Symbol* one) { return acts_by_triggers(session, one); });
  });
}

/// For rows that a change goes on to, once in each relation: whether there are any is not known.
void fire_beyond(Session& session, const Variables& variables, const RowChange& change, const Symbol* relation) {
  std::vector<ReachedRows> all{{relation, change}};
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!session.draft().item(all[i].relation)) continue;
    if (i > 0) Firing(session, variables, all[i].change, all[i].relation).fire(false);
    for (ReachedRows& next : reached_by(session, all[i].relation, all[i].change)) {
      const bool is_new = std::none_of(all.begin(), all.end(), [&](const ReachedRows& one) {
        return one.relation == next.relation && one.change.event == next.change.event;
      });
      if (is_new) all.push_back(std::move(next));
    }
  }
}

void fire_all(Session& session, const Variables& variables, const Node* statement, bool surely) {
  for (const RowChange& change : row_changes(statement)) {
    const auto [schema, name] = qualified_name(change.relation);
    const Symbol* relation = session.look_up(schema, name).symbol;
    if (!relation || !may_act(session, relation)) continue;
    Firing(session, variables, change, relation).fire(surely);
    fire_beyond(session, variables, change, relation);
  }
}

}  // namespace

void fire_triggers(Session& session, const Variables& variables, const Node* statement) {
  fire_all(session, variables, statement, true);
}

void doubt_triggers(Session& session, const Node* statement) { fire_all(session, {}, statement, false); }

void append_trigger_functions(Session& session, const Node* statement, std::vector<const Symbol*>& functions) {
  for (const RowChange& change : row_changes(statement)) {
    const auto [schema, name] = qualified_name(change.relation);
    const Symbol* relation = session.look_up(schema, name).symbol;
    const auto triggers = relation ? firing_triggers(session, relation, change) : std::vector<FiringTrigger>();
    for (const FiringTrigger& one : triggers)
      if (session.draft().object<Routine>(one.function)) functions.push_back(one.function);
  }
}

}  // namespace pgplumb
