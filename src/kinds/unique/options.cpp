#include "kinds/unique/options.h"

#include <algorithm>
#include <charconv>

#include "kinds/write.h"

namespace pgplumb {

namespace {

constexpr std::string_view without_overlaps = " WITHOUT OVERLAPS";

std::string key_options(const IndexKey& key) {
  std::string text;
  if (!key.collation.empty()) text += " COLLATE " + key.collation.str();
  if (!key.operator_class.empty()) text += " " + key.operator_class.str();
  if (key.descending) text += " DESC";
  if (key.nulls_first != key.descending) text += key.nulls_first ? " NULLS FIRST" : " NULLS LAST";
  return text;
}

void append(std::string& list, const std::string& item) { list += (list.empty() ? "" : ", ") + item; }

/// The items of a list, commas in parentheses left alone.
std::vector<std::string> items_of(std::string_view list) {
  std::vector<std::string> items(1);
  int open = 0;
  for (const char c : list) {
    open += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (c == ',' && open == 0)
      items.emplace_back();
    else if (c != ' ' || !items.back().empty())
      items.back() += c;
  }
  return items;
}

}  // namespace

UniqueClauses unique_clauses(Text options, std::size_t key_count) {
  UniqueClauses clauses{std::vector<std::string>(key_count), {}};
  for (const std::string& item : items_of(options.str())) {
    std::size_t number = 0;
    const auto [end, failure] = std::from_chars(item.data(), item.data() + item.size(), number);
    if (failure == std::errc() && number <= key_count && number > 0)
      clauses.keys[number - 1] = end;
    else if (!item.empty())
      clauses.behind += " " + item;
  }
  return clauses;
}

std::string unique_options(const std::vector<IndexKey>& keys, const std::vector<ColumnRef>& include, Text storage) {
  std::string text;
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (const std::string options = key_options(keys[i]); !options.empty()) append(text, std::to_string(i + 1) + options);
  std::string columns;
  for (const ColumnRef& column : include) append(columns, column.symbol->text);
  if (!columns.empty()) append(text, "INCLUDE (" + columns + ")");
  if (!storage.empty()) append(text, "WITH (" + storage.str() + ")");
  return text;
}

std::string with_overlaps_excluded(Text options, std::size_t key_count) {
  std::string text = std::to_string(key_count) + std::string(without_overlaps);
  if (!options.empty()) append(text, options.str());
  return text;
}

std::string constrained_columns(const std::vector<ColumnRef>& columns, Text options) {
  std::string text = quoted_columns(columns);
  const bool excludes = !columns.empty() && unique_clauses(options, columns.size()).keys.back() == without_overlaps;
  if (excludes) text.insert(text.size() - 1, without_overlaps);
  return text;
}

std::optional<Unique> plain_unique(const Index& index) {
  const auto is_column = [](const IndexKey& key) { return key.column.symbol != nullptr; };
  if (!index.unique || !index.valid || index.predicate || !std::all_of(index.keys.begin(), index.keys.end(), is_column))
    return std::nullopt;
  Unique unique;
  for (const IndexKey& key : index.keys) unique.columns.push_back(key.column);
  unique.nulls_not_distinct = index.nulls_not_distinct;
  unique.options = unique_options(index.keys, index.include, index.options);
  return unique;
}

}  // namespace pgplumb
