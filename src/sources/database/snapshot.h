// One pass over pg_catalog, inside one transaction.
#pragma once

#include <pgplumb/sources/source.h>

#include <string>

#include "sources/database/connection.h"

namespace pgplumb {

/// What one pass gives.
struct SnapshotRead {
  Catalog catalog;
  std::string schemas;   ///< the oids of the schemas read, as an array in text form
  std::string snapshot;  ///< PostgreSQL's txid_snapshot
};

/// Reads the catalog, and into `source` which server it is and what histories it holds. With `mind_locks` the expressions of
/// relations that are locked now are left out. Call inside a ReadOnlyTransaction; throws ServerRefusal.
SnapshotRead read_snapshot(Connection& connection, const Place& place, const ReadOptions& options, bool mind_locks,
                           Source& source);

/// Whether names have changed, between the snapshot and this transaction's, that expressions may have been printed with.
bool has_changed_since(Connection& connection, const SnapshotRead& read);

}  // namespace pgplumb
