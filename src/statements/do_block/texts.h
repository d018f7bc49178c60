// Texts of SQL that blocks hold: the same ones are read for what they call, for what they may do and for what they give.
#pragma once

#include <pgplumb/catalog/session.h>

#include <memory>
#include <string_view>

#include "sql/kept_parses.h"

namespace pgplumb {

/// As parse_script() (sql/parse.h).
inline void read_text(Session& session, std::string_view text, const ScriptVisitor& visitor) {
  if (!session.kept_parses) session.kept_parses = std::make_shared<KeptParses>();
  const auto parses = session.kept_parses;
  parses->visit(text, visitor);
}

}  // namespace pgplumb
