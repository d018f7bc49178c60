#pragma once

#include <pgplumb/sql/text.h>

#include <string>
#include <vector>

namespace pgplumb {

/// "stopwords = 'english'" and the like, one by one.
std::vector<std::string> split_dictionary_options(Text options);

}  // namespace pgplumb
