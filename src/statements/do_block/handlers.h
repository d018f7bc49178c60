// Which failures EXCEPTION … WHEN catches.
#pragma once

#include <pgplumb/sql/symbol.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "statements/do_block/plpgsql.h"
#include "statements/words.h"

namespace pgplumb {

/// `handler` is a branch of a block.
bool catches(const PlStatement::Branch& handler, std::string_view sqlstate);

/// Whether one of the block's handlers does.
bool takes(const PlStatement& block, std::string_view sqlstate);

/// What a RAISE of these words fails with: by its condition, or by USING ERRCODE.
std::string raised_sqlstate(const std::vector<Word>& words);

/// Whether the block goes on where rows that are there refuse what is in it. One that takes any failure is looked at only where
/// it is about a table that has rows for sure.
bool takes_violation(const PlStatement& block, std::string_view body, const std::set<const Symbol*>& with_rows);

/// Whether the block goes on where a function is not there, and says so: one that takes any failure may be about another.
bool takes_missing_function(const PlStatement& block);

/// Whether the block goes on where a relation, or a column, is not there.
bool takes_missing_relation(const PlStatement& block);

/// Whether the block goes on where the server does not have an extension, or does not let this user create it.
bool takes_missing_extension(const PlStatement& block);

}  // namespace pgplumb
