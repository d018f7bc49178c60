#include "sources/database/read_database.h"

#include <fmt/format.h>
#include <pgplumb/error.h>

#include <chrono>
#include <thread>

#include "sources/database/snapshot.h"
#include "sources/database/transaction.h"
#include "sources/database/url.h"

namespace pgplumb {

namespace {

constexpr int most_attempts = 4;
constexpr std::chrono::milliseconds pause{100};  // after the first attempt; longer after each

constexpr std::string_view lock_not_available = "55P03", query_canceled = "57014", insufficient_privilege = "42501",
                           syntax_error = "42601";

/// PostgreSQL's functions that print expressions look at the catalog of now, not at the snapshot's: where an object was dropped
/// meanwhile they raise internal errors (class XX) or do not find it (class 42). A server that does not understand the query is
/// another one than it says.
bool comes_from_concurrent_ddl(const ServerRefusal& refusal) {
  return refusal.sqlstate.starts_with("XX") || refusal.sqlstate.starts_with("40") ||
         (refusal.sqlstate.starts_with("42") && refusal.sqlstate != insufficient_privilege && refusal.sqlstate != syntax_error);
}

Error refused(const ServerRefusal& refusal, const DatabaseAddress& address, const ReadOptions& options) {
  const std::string cannot = "cannot read the catalog of " + address.display() + ": ";
  if (refusal.sqlstate == query_canceled)
    return Error(cannot + fmt::format("a query took longer than {} s", options.statement_timeout), {},
                 "is the server busy? --schema reads fewer schemas");
  if (refusal.sqlstate == lock_not_available)
    return Error(cannot + "it is locked by another session", {}, "a migration may be running: try again when it is done");
  if (comes_from_concurrent_ddl(refusal))
    return Error(cannot + "it changes while it is read (" + refusal.message + ")", {}, "try again when the migration is done");
  return Error(cannot + refusal.message + " (" + refusal.sqlstate + ")");
}

/// One transaction; true when the names that expressions were printed with are still the same behind it.
bool read_once(Connection& connection, const Place& place, const ReadOptions& options, bool mind_locks, Source& source) {
  source.notice.clear();
  SnapshotRead read;
  {
    ReadOnlyTransaction transaction(connection, options);
    source.path_schema = transaction.path_schema();
    read = read_snapshot(connection, place, options, mind_locks, source);
  }
  source.catalog = std::move(read.catalog);
  ReadOnlyTransaction transaction(connection, options);
  return !has_changed_since(connection, read);
}

/// Reads again while it pays: without what is locked, or because the schema has changed. False where it never came to rest.
bool read_until_unchanged(Connection& connection, const Place& place, const DatabaseAddress& address, const ReadOptions& options,
                          Source& source) {
  bool mind_locks = false;
  for (int attempt = 1; attempt <= most_attempts; ++attempt) {
    try {
      if (read_once(connection, place, options, mind_locks, source)) return true;
    } catch (const ServerRefusal& refusal) {
      const bool is_locked = refusal.sqlstate == lock_not_available;
      mind_locks |= is_locked;
      if (attempt == most_attempts || !(is_locked || comes_from_concurrent_ddl(refusal)))
        throw refused(refusal, address, options);
    }
    std::this_thread::sleep_for(pause * attempt);
  }
  return false;
}

void add_notice(Source& source, const std::string& notice) { source.notice += (source.notice.empty() ? "" : "; ") + notice; }

}  // namespace

void read_database(const Place& place, const ReadOptions& options, Source& source) {
  const DatabaseAddress address = read_database_url(place.text);
  Connection connection(address, options.connect_timeout);
  source.host = address.host();
  if (options.servers) options.servers->tell_version(place, connection.server_version());
  if (!read_until_unchanged(connection, place, address, options, source))
    add_notice(source, "the schema changed while it was read");
  for (const HistoryTable& table : source.histories)
    if (!table.was_read()) add_notice(source, table.display() + " cannot be read: " + table.unreadable_because);
  for (const std::string& name : address.not_understood) add_notice(source, name + " in the URL is not understood");
}

}  // namespace pgplumb
