#include "sources/database/scratch/scratch_server.h"

#include <pgplumb/error.h>

#include "sources/database/end.sql.h"
#include "sources/database/scratch/may_make_tables.sql.h"
#include "sources/database/scratch/savepoint.sql.h"
#include "sources/database/scratch/scratch_begin.sql.h"
#include "sources/database/scratch/search_path.sql.h"
#include "sources/database/scratch/undo.sql.h"
#include "sources/database/settings.sql.h"

namespace pgplumb {

namespace {

constexpr int connect_timeout_seconds = 10;
const std::string statement_timeout = "10000", lock_timeout = "2000";  // milliseconds

/// `ERROR:  type "citext" does not exist` and the lines that show where, in a few words.
std::string reason_of(const ServerRefusal& refusal) {
  const std::string line = refusal.message.substr(0, refusal.message.find('\n'));
  const auto colon = line.find(":  ");
  return colon == std::string::npos ? line : line.substr(colon + 3);
}

}  // namespace

ScratchServer::ScratchServer(const DatabaseAddress& address) : connection_(address, connect_timeout_seconds) {
  try {
    connection_.ask({scratch_begin_sql});
    connection_.ask({settings_sql, {statement_timeout, lock_timeout}});
    connection_.ask({search_path_sql});
    connection_.ask({savepoint_sql});
    connection_.ask({may_make_tables_sql});
    connection_.ask({undo_sql});
  } catch (const ServerRefusal& refusal) {
    throw Error("the scratch server " + address.display() + " is of no use: " + reason_of(refusal), {},
                "it has to be one where temporary tables may be made: GRANT TEMPORARY ON DATABASE … TO …");
  }
}

ScratchServer::~ScratchServer() {
  try {
    connection_.ask({end_sql});
  } catch (...) {  // a lost connection undoes it as well, and who lost it has said so
  }
}

const Stored& ScratchServer::store(const Trial& trial) {
  const auto found = known_.find(trial.create);
  return found != known_.end() ? found->second : known_.emplace(trial.create, store_anew(trial)).first->second;
}

Stored ScratchServer::store_anew(const Trial& trial) {
  Stored stored;
  try {
    connection_.ask({savepoint_sql});
    for (const std::string& statement : trial.create) connection_.ask({statement});
    connection_.ask({trial.read_back, {}, [&](const Row& row) { stored.form = row.text(0); }});
  } catch (const ServerRefusal& refusal) {
    stored.refused_because = reason_of(refusal);
  }
  connection_.ask({undo_sql});
  return stored;
}

}  // namespace pgplumb
