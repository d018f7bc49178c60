#include <pgplumb/statements/replay.h>

#include <algorithm>
#include <array>
#include <utility>

#include "sql/nodes.h"
#include "statements/apply.h"
#include "statements/do_block/called.h"
#include "statements/excerpt.h"
#include "statements/excused.h"
#include "statements/named.h"
#include "statements/psql.h"
#include "statements/psql_script.h"
#include "statements/statements.h"
#include "statements/temporary.h"
#include "statements/transactions.h"
#include "statements/unresolved.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

bool names_all_it_changes(const Node* node) {
  constexpr std::array naming = {T_CreateStmt, T_AlterTableStmt, T_IndexStmt, T_CreateEnumStmt};
  return std::find(naming.begin(), naming.end(), node->type) != naming.end();
}

bool may_grant(std::string_view text) {
  const auto words = cut_into_words(text);
  return std::any_of(words.begin(), words.end(), [](const Word& word) { return word.is("grant") || word.is("revoke"); });
}

constexpr std::size_t longest_variable = 80;

/// What is put in at its begin may be a statement of any kind.
bool begins_template(std::string_view text) {
  constexpr std::array begins = {"{{", "{%", "<%", "${"};
  return std::any_of(begins.begin(), begins.end(), [&](std::string_view sign) { return text.starts_with(sign); });
}

}  // namespace

Replay::Replay(Draft& draft, std::string_view default_schema)
    : session_(draft, default_schema),
      transactions_(std::make_unique<Transactions>(session_)),
      connections_(std::make_unique<Connections>()) {}

Replay::~Replay() = default;

void Replay::run(const SourceText& script, RunsIn how, std::span<const Remark> remarks) {
  session_.reset_search_path();
  session_.set_role({});
  session_.fires_by_role = false;
  how_ = how;
  transactions_->begin_script(how);
  connections_->begin_script();
  // A file that a tool cuts, and runs in a transaction of its own, is none of psql's.
  const bool may_be_psql = remarks.empty() && (how == RunsIn::session || how == RunsIn::unknown);
  if (may_be_psql && steers_psql(script.text()))
    run_as_psql(script);
  else
    run_statements(script, remarks);
  note_left_open(transactions_->end_script());
  drop_temporary(session_);
  in_ = nullptr;
}

void Replay::run_statements(const SourceText& script, std::span<const Remark> remarks) {
  remarks_ = remarks;
  ScriptVisitor visitor;
  visitor.statement = [&](const ParsedStatement& statement) { apply(script, statement); };
  visitor.problem = [&](const SyntaxProblem& problem) { note_unread(script, problem); };
  visitor.passed_over = [&](std::size_t at, std::string_view what) { note_passed_over(script, at, what); };
  parse_script(script.text(), visitor);
  remarks_ = {};
  session_.enter({});  // neither the statement nor, where psql's commands cut it, the script lives on
}

bool Replay::deploy(const SourceText& script, RunsIn how, std::span<const Remark> remarks) {
  deploying_ = Deploying::yes;
  run(script, how, remarks);
  return std::exchange(deploying_, Deploying::no) == Deploying::yes;
}

void Replay::end_session() { note_left_open(transactions_->end_session()); }

/// A stretch that is a transaction of its own begins or ends before this statement.
void Replay::change_transaction(std::size_t offset) {
  const Remark* in = remark_at(offset, Remark::Kind::transaction);
  if (in == in_) return;
  note_left_open(transactions_->end_script());
  transactions_->begin_script(in ? RunsIn::transaction_by_statement : how_);
  in_ = in;
}

const Remark* Replay::remark_at(std::size_t offset, Remark::Kind kind) const {
  const auto found = std::find_if(remarks_.begin(), remarks_.end(), [&](const Remark& remark) {
    return remark.kind == kind && remark.begin <= offset && offset < remark.end;
  });
  return found == remarks_.end() ? nullptr : &*found;
}

/// Then nothing is known of what it names: of a statement that is only doubtful that is told by its node.
bool Replay::is_unresolved(const SourceText& script, std::size_t begin, std::string_view text, const Node* node) {
  const Remark* doubt = remark_at(begin, Remark::Kind::doubtful);
  const Remark* remark = doubt ? doubt : remark_at(begin, Remark::Kind::unresolved);
  if (!remark) return false;
  if (!remark->what.empty()) session_.collected_not_compared.push_back({remark->what, remark->why, script.at(begin), 1, {}});
  if (doubt && node && names_all_it_changes(node)) return make_named_uncertain(session_, node), true;
  make_unresolved_uncertain(session_, text);
  return true;
}

/// What is there already, or not there to be taken away, is no problem there.
bool Replay::is_guarded(const ParsedStatement& statement) const {
  return remark_at(statement.begin, Remark::Kind::guarded) || remark_at(statement.begin, Remark::Kind::tried);
}

/// CREATE OR REPLACE of what is there already, by a script that may ask whether it is.
bool Replay::replaces_under_guard(const ParsedStatement& statement, std::size_t declared_before) {
  const auto* routine = as<CreateFunctionStmt>(statement.node->stmt);
  const auto* view = as<ViewStmt>(statement.node->stmt);
  const bool may_replace = (routine && routine->replace) || (view && view->replace);
  return may_replace && session_.draft().declared_count() == declared_before && remark_at(statement.begin, Remark::Kind::guarded);
}

/// A type that is known only by a script that alters it where it is there may be absent.
void Replay::doubt_type_in_part(const ParsedStatement& statement, std::size_t declared_before) {
  const Draft& draft = session_.draft();
  for (std::size_t n = declared_before + 1; n <= draft.declared_count(); ++n) {
    const Draft::Item* item = draft.declared(n);
    const bool is_in_part = item && item->space == Namespace::type && item->stated_in_part;
    if (is_in_part && is_guarded(statement)) session_.make_uncertain(item->symbol);
  }
}

void Replay::apply(const SourceText& script, const ParsedStatement& statement) {
  ++statement_count_;
  if (deploying_ == Deploying::failed) return;
  change_transaction(statement.begin);
  session_.enter({&script, &statement});
  const Node* node = statement.node->stmt;
  if (is_unresolved(script, statement.begin, statement.text, node)) return;
  if (const auto* control = as<TransactionStmt>(node)) {
    ++session_.statements_without_effect;
    return transactions_->control(*control);
  }
  const Remark* more = remark_at(statement.begin, Remark::Kind::partial);
  if (more) session_.collected_not_compared.push_back({more->what, more->why, script.at(statement.begin), 1, more->object});
  const Session::Mark mark = session_.mark();
  const std::size_t declared_before = session_.draft().declared_count();
  try {
    run_calls_that_fill(session_, {}, node);
    apply_statement(session_, node);
    doubt_type_in_part(statement, declared_before);
    if (session_.draft().declared_count() > declared_before) connections_->note_made();
    if (more || replaces_under_guard(statement, declared_before)) make_named_uncertain(session_, node);
  } catch (const StatementFailure& failure) {
    session_.rollback(mark);
    if (more)
      make_named_uncertain(session_, node);
    else if (!excuse(session_, statement, failure, is_guarded(statement)))
      note_unapplied(statement, failure);
  } catch (const SyntaxError& error) {
    session_.rollback(mark);
    note_unapplied(statement, {sqlstate::syntax_error, error.message, {}});
  }
  transactions_->end_statement(statement.text);
}

void Replay::note_left_open(const std::optional<TransactionLeftOpen>& left) {
  if (!left) return;
  if (left->is_rolled_back)
    problems_.push_back({StatementProblem::Kind::unapplied,
                         "BEGIN",
                         {},
                         "no COMMIT follows this BEGIN: at the session's end all of it is rolled back",
                         left->begun_at});
  else
    session_.collected_not_compared.push_back(
        {"transaction without COMMIT", "what becomes of it depends on who runs the file", left->begun_at, 1, {}});
}

void Replay::note_unapplied(const ParsedStatement& statement, const StatementFailure& failure) {
  const Position at = failure.at ? failure.at : session_.at();
  problems_.push_back({StatementProblem::Kind::unapplied, first_words(statement.text), failure.sqlstate, failure.reason, at});
  if (deploying_ == Deploying::yes) {
    deploying_ = Deploying::failed;
    return transactions_->fail();
  }
  make_named_uncertain(session_, statement.node->stmt);
}

void Replay::note_unread(const SourceText& script, const SyntaxProblem& problem) {
  ++statement_count_;
  if (is_unresolved(script, problem.begin, problem.text, nullptr)) return;
  if (const auto variable = psql_variable(script.text().substr(problem.at, longest_variable)); !variable.empty()) {
    session_.collected_not_compared.push_back(
        {"statement with " + variable, "psql puts in a value that is not known here", script.at(problem.begin), 1, {}});
    return make_unresolved_uncertain(session_, problem.text);
  }
  const bool is_template = begins_template(problem.text);
  const std::string why = problem.message + (is_template ? ": a template, which its tool fills in before it runs" : "");
  problems_.push_back(
      {StatementProblem::Kind::unread, first_words(problem.text), sqlstate::syntax_error, why, script.at(problem.at)});
  session_.absences_uncertain |= is_template;
  make_named_uncertain(session_, problem.text);
  session_.privileges_uncertain |= may_grant(problem.text);
}

void Replay::note_passed_over(const SourceText& script, std::size_t at, std::string_view what) {
  if (what == "COPY data") return;
  const PsqlCommand command = psql_command(what);
  if (command == PsqlCommand::connects) {
    const std::string_view from_here = std::string_view(script.text()).substr(at);
    return connections_->connect(from_here.substr(0, from_here.find('\n')).substr(what.size()), script.at(at));
  }
  if (command != PsqlCommand::harmless)
    leave_out(script, "psql command " + std::string(what), "only psql itself knows its commands", at,
              command == PsqlCommand::includes);
}

void Replay::leave_out(const SourceText& script, std::string what, std::string why, std::size_t at, bool may_make) {
  session_.collected_not_compared.push_back({std::move(what), std::move(why), script.at(at), 1, {}});
  session_.absences_uncertain |= may_make;
  session_.privileges_uncertain |= may_make;
}

void Replay::report_to(Catalog& catalog) {
  for (const auto& early : session_.altered_too_early)
    problems_.push_back({StatementProblem::Kind::unapplied, "ALTER TABLE " + early.relation, sqlstate::undefined_table,
                         "relation \"" + early.relation + "\" does not exist yet: it is created at " + early.created_at.text(),
                         early.at});
  catalog.problems = std::move(problems_);
  catalog.not_compared = std::move(session_.collected_not_compared);
  catalog.events = std::move(session_.events);
  catalog.uncertain_names = std::move(session_.uncertain_names);
  catalog.extension_owned = std::move(session_.extension_owned);
  catalog.absences_uncertain = session_.absences_uncertain;
  catalog.statements_without_effect = session_.statements_without_effect;
  catalog.states_owners = session_.reads_owners;
  catalog.states_privileges = session_.states_privileges;
  catalog.privileges_uncertain = session_.privileges_uncertain;
}

}  // namespace pgplumb
