// Migration histories, dumps and scripts as sources.
#pragma once

#include <pgplumb/sources/source.h>
#include <pgplumb/statements/replay.h>

#include <string>

namespace pgplumb {

/// Reads a place of type migrations, sql or standard_input into `source`. Throws Error where it cannot be read at all.
void read_migrations(const Place& place, const ReadOptions& options, Source& source);

/// Where unqualified names of what is deployed go.
std::string schema_of_migrations(const Deploy& deploy, const ReadOptions& options);

/// Carries out the pending ones, each as one transaction, until one fails. What they say goes to the replay.
Deployed deploy_migrations(const Deploy& deploy, const ReadOptions& options, Replay& replay);

/// Whether the path is a folder that one of the layouts recognises.
bool is_migrations_folder(const std::string& path);

}  // namespace pgplumb
