// A live PostgreSQL as a source: pg_catalog, read as a guest in one read-only snapshot.
#pragma once

#include <pgplumb/sources/source.h>

namespace pgplumb {

/// Fills `source`: catalog, server, database, host, history. Throws Error where there is no connection or the read cannot end
/// well.
void read_database(const Place& place, const ReadOptions& options, Source& source);

}  // namespace pgplumb
