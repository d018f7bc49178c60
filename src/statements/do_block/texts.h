// Texts that blocks hold, and bodies of routines: the same ones are read for what they call, for what they may do and for what
// they give.
#pragma once

#include <pgplumb/catalog/session.h>

#include <memory>
#include <string_view>

#include "statements/do_block/plpgsql.h"

namespace pgplumb {

/// As parse_script() (sql/parse.h).
void read_text(Session& session, std::string_view text, const ScriptVisitor& visitor);

/// As read_plpgsql().
std::shared_ptr<const PlStatement> read_body(Session& session, const std::string& body);

}  // namespace pgplumb
