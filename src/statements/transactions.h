// Which statements of a replay are carried out together: what is rolled back, and to where.
#pragma once

#include <pgplumb/catalog/session.h>
#include <pgplumb/statements/replay.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sql/nodes.h"

namespace pgplumb {

/// A transaction that a script opened itself, and whose end it does not say.
struct TransactionLeftOpen {
  Position begun_at;
  bool is_rolled_back;  ///< else what it did is uncertain
};

class Transactions {
 public:
  explicit Transactions(Session& session) : session_(session) {}

  /// A transaction that the last script left open takes in this one, where both run in one session.
  void begin_script(RunsIn how);
  /// BEGIN, COMMIT, SAVEPOINT and the like.
  void control(const TransactionStmt& statement);
  /// Behind every other statement, which has been carried out or undone.
  void end_statement(std::string_view text);
  /// Undoes what a statement that ends the script takes with it.
  void fail();

  std::optional<TransactionLeftOpen> end_script();
  std::optional<TransactionLeftOpen> end_session();

 private:
  struct Savepoint {
    std::string name;  ///< "" for the transaction itself
    Session::Mark mark;
  };

  void open() { savepoints_.push_back({{}, session_.mark()}); }
  void end();
  void end_and_go_on(bool chains);
  void roll_back_to(std::string_view savepoint);
  bool is_the_tools() const { return how_ == RunsIn::transaction || how_ == RunsIn::transaction_by_statement; }
  bool is_one_message() const { return how_ == RunsIn::transaction || how_ == RunsIn::message; }

  Session& session_;
  RunsIn how_ = RunsIn::session;
  std::vector<Savepoint> savepoints_;         // the transaction first; empty outside of one
  std::optional<Position> begun_at_;          // by the script itself, not by the tool or the server
  std::vector<std::string_view> since_then_;  // the statements, where nobody knows what becomes of them
};

}  // namespace pgplumb
