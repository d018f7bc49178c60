// Which failures EXCEPTION … WHEN catches.
#pragma once

#include <string>
#include <string_view>

#include "statements/do_block/plpgsql.h"

namespace pgplumb {

/// `handler` is a branch of a block, whose condition lists condition names, SQLSTATEs or OTHERS.
bool catches(const PlStatement::Branch& handler, std::string_view body, const std::string& sqlstate);

}  // namespace pgplumb
