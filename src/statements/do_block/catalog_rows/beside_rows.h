// Rows of the catalogs about what stands beside tables and their columns, keys and indexes.
#pragma once

#include "statements/do_block/catalog_rows/catalog_rows.h"

namespace pgplumb {

/// pg_policy, pg_policies.
std::vector<CatalogRow> policy_rows(Session& session);
/// pg_trigger, information_schema.triggers.
std::vector<CatalogRow> trigger_rows(Session& session);
/// pg_proc, information_schema.routines. Where an extension is, it may have functions of any name.
std::vector<CatalogRow> routine_rows(Session& session);
/// pg_sequences.
std::vector<CatalogRow> sequence_rows(Session& session);
/// information_schema.sequences, which leaves out those of identities.
std::vector<CatalogRow> sequences_of_their_own(Session& session);
/// pg_extension
std::vector<CatalogRow> extension_rows(Session& session);
/// pg_publication
std::vector<CatalogRow> publication_rows(Session& session);
/// pg_publication_tables
std::vector<CatalogRow> published_table_rows(Session& session);

}  // namespace pgplumb
