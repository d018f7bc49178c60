// One pass over pg_catalog, inside one transaction.
#pragma once

#include <pgplumb/sources/source.h>

#include <string>
#include <vector>

#include "sources/database/connection.h"

namespace pgplumb {

/// A transaction with our settings, from construction until the end of the scope.
class ReadOnlyTransaction {
 public:
  ReadOnlyTransaction(Connection& connection, const ReadOptions& options);
  ~ReadOnlyTransaction();
  ReadOnlyTransaction(const ReadOnlyTransaction&) = delete;

 private:
  Connection& connection_;
};

/// A relation that another session has locked, and who it is.
struct LockedRelation {
  std::string oid;
  std::string name;
  std::string blocker;  ///< "locked by pid 4711 for 93 s: ALTER TABLE …"
};

/// What one pass gives.
struct SnapshotRead {
  Catalog catalog;
  std::string schemas;   ///< the oids of the schemas read, as an array in text form
  std::string snapshot;  ///< PostgreSQL's txid_snapshot
};

/// Reads everything into `source` but the history, the catalog aside. With `mind_locks` relations that are locked now are left
/// out as far as a lock matters. Call inside a ReadOnlyTransaction; throws ServerRefusal.
SnapshotRead read_snapshot(Connection& connection, const ReadOptions& options, bool mind_locks, Source& source);

/// Whether names have changed, between the snapshot and this transaction's, that expressions may have been printed with.
bool has_changed_since(Connection& connection, const SnapshotRead& read);

}  // namespace pgplumb
