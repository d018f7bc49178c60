#include "statements/transactions.h"

#include <algorithm>
#include <utility>

#include "statements/named.h"

namespace pgplumb {

void Transactions::begin_script(RunsIn how) {
  how_ = how;
  if (savepoints_.empty() && (is_the_tools() || is_one_message())) open();
}

void Transactions::control(const TransactionStmt& statement) {
  switch (statement.kind) {
    case TRANS_STMT_BEGIN:
    case TRANS_STMT_START:
      if (savepoints_.empty()) open();
      if (!begun_at_) begun_at_ = session_.at();
      break;
    case TRANS_STMT_SAVEPOINT:
      if (!savepoints_.empty()) savepoints_.push_back({statement.savepoint_name, session_.mark()});
      break;
    case TRANS_STMT_ROLLBACK:
      roll_back_to({});
      end_and_go_on(statement.chain);
      break;
    case TRANS_STMT_ROLLBACK_TO:
      roll_back_to(view_of(statement.savepoint_name));
      break;
    case TRANS_STMT_COMMIT:
    case TRANS_STMT_PREPARE:
      end_and_go_on(statement.chain);
      break;
    default:
      break;
  }
}

void Transactions::end_statement(std::string_view text) {
  if (savepoints_.empty()) {
    // Where nobody knows how the file runs, all of it may be one.
    session_.end_transaction(how_ != RunsIn::unknown);
    session_.forget_undo();
  }
  if (begun_at_ && how_ == RunsIn::unknown) since_then_.push_back(text);
}

void Transactions::fail() {
  roll_back_to({});
  begun_at_.reset();
}

void Transactions::roll_back_to(std::string_view name) {
  const auto found =
      std::find_if(savepoints_.rbegin(), savepoints_.rend(), [&](const Savepoint& point) { return point.name == name; });
  if (found == savepoints_.rend()) return;
  session_.rollback(found->mark);
  savepoints_.erase(found.base(), savepoints_.end());
}

void Transactions::end() {
  savepoints_.clear();
  begun_at_.reset();
  since_then_.clear();
  session_.end_transaction();
  session_.forget_undo();
}

/// What follows in the same message is a transaction again, as it is behind AND CHAIN.
void Transactions::end_and_go_on(bool chains) {
  end();
  if (chains) begun_at_ = session_.at();
  if (chains || is_one_message()) open();
}

std::optional<TransactionLeftOpen> Transactions::end_script() {
  const bool goes_on = begun_at_ && how_ == RunsIn::message;
  if (goes_on) return std::nullopt;
  if (begun_at_ && how_ == RunsIn::session) return end_session();
  std::optional<TransactionLeftOpen> left;
  if (begun_at_ && how_ == RunsIn::unknown) left = TransactionLeftOpen{*begun_at_, false};
  for (std::string_view text : since_then_) make_named_uncertain(session_, text);
  end();
  return left;
}

std::optional<TransactionLeftOpen> Transactions::end_session() {
  if (!begun_at_) return std::nullopt;
  const TransactionLeftOpen left{*begun_at_, true};
  roll_back_to({});
  end();
  return left;
}

}  // namespace pgplumb
