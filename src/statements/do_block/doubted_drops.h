// What DROP takes away by a name that is put in at run time: it may be gone; what it was is compared where it is there.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string_view>

namespace pgplumb {

/// Whatever a statement of which that is known may take away, and what goes with it by CASCADE, may be gone.
void doubt_drops(Session& session, std::string_view known);

/// Whether a statement of which that is known surely makes nothing.
bool only_drops(std::string_view known);

}  // namespace pgplumb
