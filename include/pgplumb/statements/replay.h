// Statements replayed into a draft, in the order of their scripts, as PostgreSQL would carry them out.
#pragma once

#include <pgplumb/catalog/session.h>
#include <pgplumb/sql/parse.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pgplumb {

/// How a script reaches the server: what becomes of a transaction that it leaves open, of what stands before a ROLLBACK, and of
/// what stands before a statement that fails.
enum class RunsIn {
  transaction,               ///< one that the tool opens and commits, the script in one message
  transaction_by_statement,  ///< the same, its statements one by one
  message,  ///< it is one message, and so a transaction; one that it opens itself takes in the next script, up to the session's
            ///< end
  session,  ///< of its own, as psql has it: each statement by itself; what is left open is rolled back
  unknown,  ///< each statement by itself; nobody knows what becomes of what is left open
};

/// What is known of a stretch of a script by whoever took it out of a file.
struct Remark {
  enum class Kind {
    guarded,      ///< it runs only where it is needed: what is there already, or not there to be taken away, is no problem
    tried,        ///< it runs, and likewise
    unresolved,   ///< something in it is not known: it is not run, and named as not compared
    doubtful,     ///< whether it runs is not known: likewise, but all that it names is
    partial,      ///< it runs, and does more than is known: named as not compared, and what it names is uncertain
    transaction,  ///< the tool runs it in a transaction of its own
  };
  Kind kind;
  std::size_t begin, end;  ///< bytes of the script's text
  /// Of what is not compared, as in NotCompared; `what` is "" where that is named elsewhere.
  std::string what = {}, why = {}, object = {};
};

/// The script that another one includes, nullopt where it is not there. `path` is as it is written; where it is relative, so to
/// the folder of the script that includes it, or to the one that psql was started in.
using Includer = std::function<std::optional<SourceText>(const std::string& path, bool is_relative, const std::string& by)>;

class Connections;
class PsqlVariables;
class Transactions;
struct TransactionLeftOpen;

/// A statement that cannot apply is undone, becomes a problem, makes what it names uncertain, and the replay goes on.
/// The draft may hold a database's objects already: then the replay says what the scripts would do there.
class Replay {
 public:
  explicit Replay(Draft& draft, std::string_view default_schema = "public");

  ~Replay();

  /// Each script begins with the default search_path.
  void run(const SourceText& script, RunsIn how = RunsIn::session, std::span<const Remark> remarks = {});

  /// The same up to the first statement that fails: false then, with that statement as the last problem and of the others what
  /// the transaction that it failed in does not take with it.
  bool deploy(const SourceText& script, RunsIn how, std::span<const Remark> remarks = {});

  /// Who finds what \i and \ir name; without one they are named as not compared.
  void include_with(Includer includer) { includer_ = std::move(includer); }

  /// Behind the last script, before the draft is settled.
  void end_session();

  /// Hands over what was collected: problems, what is not compared, events, uncertain names, counts. Call once, at the end, with
  /// the settled catalog.
  void report_to(Catalog& catalog);

  Session& session() { return session_; }
  const std::vector<StatementProblem>& problems() const { return problems_; }
  /// All that was read, in whatever way it ended.
  std::size_t statement_count() const { return statement_count_; }

 private:
  void run_statements(const SourceText& script, std::span<const Remark> remarks);
  void run_as_psql(const SourceText& script);
  void include(const SourceText& script, const std::string& path, bool is_relative, std::size_t at);
  void leave_out(const SourceText& script, std::string what, std::string why, std::size_t at, bool may_make);
  void apply(const SourceText& script, const ParsedStatement& statement);
  const Remark* remark_at(std::size_t offset, Remark::Kind kind) const;
  bool is_unresolved(const SourceText& script, std::size_t begin, std::string_view text, const Node* node);
  void doubt_type_in_part(const ParsedStatement& statement, std::size_t declared_before);
  bool replaces_under_guard(const ParsedStatement& statement, std::size_t declared_before);
  bool is_guarded(const ParsedStatement& statement) const;
  void change_transaction(std::size_t offset);
  void note_left_open(const std::optional<TransactionLeftOpen>& left);
  void note_unread(const SourceText& script, const SyntaxProblem& problem);
  void note_passed_over(const SourceText& script, std::size_t at, std::string_view what);
  void note_unapplied(const ParsedStatement& statement, const StatementFailure& failure);

  Session session_;
  std::span<const Remark> remarks_;  // on the script that is being run
  std::vector<StatementProblem> problems_;
  std::unique_ptr<Transactions> transactions_;
  RunsIn how_ = RunsIn::session;  // the script that is being run
  const Remark* in_ = nullptr;    // the stretch of it that is a transaction of its own
  std::size_t statement_count_ = 0;
  enum class Deploying { no, yes, failed } deploying_ = Deploying::no;
  std::unique_ptr<Connections> connections_;
  std::unique_ptr<PsqlVariables> variables_;  // of the script that is being run
  Includer includer_;
  std::vector<const std::string*> open_scripts_;  // those that include one another, as psql runs them
  std::size_t include_count_ = 0;
};

}  // namespace pgplumb
