#include "kinds/unique/options.h"

namespace pgplumb {

namespace {

std::string key_options(const IndexKey& key) {
  std::string text;
  if (!key.collation.empty()) text += " COLLATE " + key.collation;
  if (!key.operator_class.empty()) text += " " + key.operator_class;
  if (key.descending) text += " DESC";
  if (key.nulls_first != key.descending) text += key.nulls_first ? " NULLS FIRST" : " NULLS LAST";
  return text;
}

void append(std::string& list, const std::string& item) { list += (list.empty() ? "" : ", ") + item; }

}  // namespace

std::string unique_options(const std::vector<IndexKey>& keys, const std::vector<ColumnRef>& include) {
  std::string text;
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (const std::string options = key_options(keys[i]); !options.empty()) append(text, std::to_string(i + 1) + options);
  std::string columns;
  for (const ColumnRef& column : include) append(columns, column.symbol->text);
  if (!columns.empty()) append(text, "INCLUDE (" + columns + ")");
  return text;
}

}  // namespace pgplumb
