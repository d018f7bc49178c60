// Names in a text that is put together at run time, where `unknown_text`, or a % of format(), stands for what is not known.
#pragma once

#include <pgplumb/catalog/name_in_part.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "statements/words.h"

namespace pgplumb {

/// What is known of a name: how it begins and ends.
struct NameEnds {
  std::string begin, end;
};

/// Whether something of the word is not known.
bool holds_gap(const Word& word);

/// The name behind the word for its kind; none where all of it is known.
std::optional<NameEnds> ends_of_name(const std::vector<Word>& words, std::size_t kind);

/// What the statements make, or give another name, under names of which not all is known.
std::vector<NameInPart> names_made_in_part(std::string_view known);

}  // namespace pgplumb
