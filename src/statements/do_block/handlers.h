// Which failures EXCEPTION … WHEN catches.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "statements/do_block/plpgsql.h"
#include "statements/words.h"

namespace pgplumb {

/// `handler` is a branch of a block, whose condition lists condition names, SQLSTATEs or OTHERS.
bool catches(const PlStatement::Branch& handler, std::string_view body, const std::string& sqlstate);

/// What a RAISE of these words fails with: by its condition, or by USING ERRCODE.
const char* raised_sqlstate(const std::vector<Word>& words);

/// Whether the block goes on where the server does not have an extension, or does not let this user create it.
bool takes_missing_extension(const PlStatement& block, std::string_view body);

}  // namespace pgplumb
