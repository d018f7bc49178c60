#include "sources/database/transaction.h"

#include <string>

#include "sources/database/begin.sql.h"
#include "sources/database/end.sql.h"
#include "sources/database/settings.sql.h"

namespace pgplumb {

namespace {

constexpr int lock_timeout_seconds = 2;  // while we wait for a lock, others wait behind us

std::string milliseconds(int seconds) { return std::to_string(seconds * 1000); }

}  // namespace

ReadOnlyTransaction::ReadOnlyTransaction(Connection& connection, const ReadOptions& options) : connection_(connection) {
  connection.ask({begin_sql});
  connection.ask({settings_sql,
                  {milliseconds(options.statement_timeout), milliseconds(lock_timeout_seconds)},
                  [this](const Row& row) { path_schema_ = row.text(0); }});
}

ReadOnlyTransaction::~ReadOnlyTransaction() {
  try {
    connection_.ask({end_sql});
  } catch (...) {  // a lost connection ends the transaction as well, and who lost it has said so
  }
}

}  // namespace pgplumb
