// The migrations that a script is made of, by what it says of itself: "# Migration 51: recording mode".
#pragma once

#include <vector>

#include "sources/migrations/scripts/statements.h"
#include "sources/migrations/up_part.h"

namespace pgplumb::scripts {

/// A statement belongs to the number that was named last before it in its function, else first behind it in its function, else
/// last before it between functions.
std::vector<Chapter> find_chapters(const SourceText& file, const Program& program, const std::vector<Statement>& statements);

}  // namespace pgplumb::scripts
