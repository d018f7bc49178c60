// Who is out of line, and why.
#pragma once

#include "findings/provenance.h"

namespace pgplumb {

Verdict verdict_on(const Case& one, const Provenance& provenance);

}  // namespace pgplumb
