#pragma once

#include <pgplumb/kinds/index.h>

#include <string>

namespace pgplumb {

/// `"a" text_pattern_ops DESC`: a key as CREATE INDEX and EXCLUDE take it.
std::string write_key(const IndexKey& key);

}  // namespace pgplumb
