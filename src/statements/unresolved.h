// Statements into which something is put before they run, which is not known here.
#pragma once

#include <pgplumb/catalog/session.h>

#include <string_view>

namespace pgplumb {

/// What the statement may make, change or take away is uncertain from here on; `text` is as it is written.
void make_unresolved_uncertain(Session& session, std::string_view text);

}  // namespace pgplumb
