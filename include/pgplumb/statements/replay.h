// Statements replayed into a draft, in the order of their scripts, as PostgreSQL would carry them out.
#pragma once

#include <pgplumb/catalog/session.h>
#include <pgplumb/sql/parse.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

/// A statement that cannot apply is undone, becomes a problem, makes what it names uncertain, and the replay goes on.
/// The draft may hold a database's objects already: then the replay says what the scripts would do there.
class Replay {
 public:
  explicit Replay(Draft& draft, std::string_view default_schema = "public");

  /// Each script begins with the default search_path; a transaction that it leaves open is taken as committed.
  void run(const SourceText& script);

  /// Hands over what was collected: problems, what is not compared, events, uncertain names, counts. Call once, at the end, with
  /// the settled catalog.
  void report_to(Catalog& catalog);

  Session& session() { return session_; }
  const std::vector<StatementProblem>& problems() const { return problems_; }
  /// All that was read, in whatever way it ended.
  std::size_t statement_count() const { return statement_count_; }

 private:
  struct Savepoint {
    std::string name;  ///< "" for the transaction itself
    Session::Mark mark;
  };

  void apply(const SourceText& script, const ParsedStatement& statement);
  void control_transaction(const ParsedStatement& statement);
  void roll_back_to(std::string_view savepoint);
  void end_transaction();
  void note_unread(const SourceText& script, const SyntaxProblem& problem);
  void note_passed_over(const SourceText& script, std::size_t at, std::string_view what);
  void note_unapplied(const ParsedStatement& statement, const StatementFailure& failure);

  Session session_;
  std::vector<StatementProblem> problems_;
  std::vector<Savepoint> savepoints_;  // the transaction first; empty outside of one
  std::size_t statement_count_ = 0;
};

}  // namespace pgplumb
