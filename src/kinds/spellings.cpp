#include <algorithm>
#include <array>

#include "kinds/spelling.h"

namespace pgplumb {

extern const Spelling schema_spelling, enum_spelling, enum_value_spelling, table_spelling, column_spelling, primary_key_spelling,
    unique_spelling, foreign_key_spelling, index_spelling;

std::span<const Spelling* const> spellings() {
  static constexpr std::array<const Spelling*, std::variant_size_v<Object>> list{
      &schema_spelling,      &enum_spelling,   &enum_value_spelling,  &table_spelling, &column_spelling,
      &primary_key_spelling, &unique_spelling, &foreign_key_spelling, &index_spelling};
  return list;
}

const Spelling& spelling_of(std::string_view kind) {
  const auto all = spellings();
  return **std::find_if(all.begin(), all.end(), [&](const Spelling* spelling) { return spelling->kind == kind; });
}

}  // namespace pgplumb
