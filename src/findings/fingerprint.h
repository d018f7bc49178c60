#pragma once

#include <pgplumb/findings/finding.h>

namespace pgplumb {

/// A hash that stays the same from run to run: rule, object and field, without lines, places or hosts. 16 hex digits, the first
/// of SHA-256.
std::string fingerprint_of(const Finding& finding);

}  // namespace pgplumb
