#include "sql/keywords.h"

#include "sql/nodes.h"

extern "C" {
#include <common/keywords.h>
}

namespace pgplumb {

bool is_keyword_with_a_role(std::string_view word) {
  const int number = ScanKeywordLookup(std::string(word).c_str(), &ScanKeywords);
  return number >= 0 && ScanKeywordCategories[number] != UNRESERVED_KEYWORD;
}

}  // namespace pgplumb
