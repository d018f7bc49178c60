#pragma once

#include <pgplumb/sources/source.h>

namespace pgplumb {

/// Throws Error where the file is no snapshot, is broken, or of a format that is not known here.
void read_snapshot(const Place& place, const ReadOptions& options, Source& source);

}  // namespace pgplumb
