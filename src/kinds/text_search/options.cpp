#include "kinds/text_search/options.h"

#include <string_view>

namespace pgplumb {

std::vector<std::string> split_dictionary_options(Text options) {
  std::vector<std::string> found;
  bool in_value = false;
  for (const char c : options.str()) {
    if (found.empty() || (c == ',' && !in_value)) found.emplace_back();
    in_value ^= c == '\'';
    const bool is_between = !in_value && (c == ',' || (c == ' ' && found.back().empty()));
    if (!is_between) found.back() += c;
  }
  return found;
}

}  // namespace pgplumb
