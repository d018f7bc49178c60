// The languages that scripts are read in.
#pragma once

#include <span>
#include <string_view>

#include "sources/migrations/scripts/token.h"

namespace pgplumb::scripts {

struct Language {
  std::string_view name;
  std::span<const std::string_view> extensions;
  std::string_view line_comment;  ///< "#" or "//"
  bool has_block_comments;        ///< /* … */
  bool has_blocks_by_indentation;
  std::string_view quotes;      ///< the characters that strings begin and end with
  std::string_view raw_quotes;  ///< those in which backslashes are characters
  bool has_templates;           ///< `…${expression}…`
  bool has_prefixes;            ///< r"…", f"{expression}", """…"""
  std::string_view runs_with;   ///< the command that runs a script, before its path; "" where there is none
};

std::span<const Language> languages();
/// By a file's extension, ".py"; null where it is none of theirs.
const Language* language_of(std::string_view extension);

/// Never fails: what is left open at the end of the text ends there. `begin` is the place of the text's first byte.
Program read_program(const Language& language, std::string_view text, std::size_t begin = 0);

}  // namespace pgplumb::scripts
