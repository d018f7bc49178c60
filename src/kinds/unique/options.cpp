#include "kinds/unique/options.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <charconv>

#include "kinds/write.h"

namespace pgplumb {

namespace {

constexpr std::string_view without_overlaps = " WITHOUT OVERLAPS";

/// ` COLLATE "C"`
std::string collate_words(const Symbol& collation) {
  const Symbol* schema = collation.parent;
  const bool is_usual = !schema || schema->text == "public";
  return " COLLATE " + (is_usual ? "" : quote_where_needed(schema->text) + ".") + quote_where_needed(collation.text);
}

std::string key_options(const IndexKey& key) {
  std::string text;
  if (key.collation) text += collate_words(*key.collation.symbol);
  if (!key.operator_class.empty()) text += " " + key.operator_class.str();
  if (key.descending) text += " DESC";
  if (key.nulls_first != key.descending) text += key.nulls_first ? " NULLS FIRST" : " NULLS LAST";
  return text;
}

void append(std::string& list, const std::string& item) { list += (list.empty() ? "" : ", ") + item; }

/// The items of a list, commas in parentheses and names left alone.
std::vector<std::string> items_of(std::string_view list) {
  std::vector<std::string> items(1);
  int open = 0;
  bool in_name = false;
  for (const char c : list) {
    in_name ^= c == '"';
    if (!in_name) open += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (c == ',' && open == 0 && !in_name)
      items.emplace_back();
    else if (c != ' ' || !items.back().empty())
      items.back() += c;
  }
  return items;
}

std::string list_of(const std::vector<std::string>& items) {
  std::string list;
  for (const std::string& item : items) append(list, item);
  return list;
}

constexpr std::string_view before_included = "INCLUDE (";

/// The names of INCLUDE as they are written; none where the item is another.
std::vector<std::string> included_of(std::string_view item) {
  if (!item.starts_with(before_included)) return {};
  return items_of(item.substr(before_included.size(), item.size() - before_included.size() - 1));
}

std::string include_clause(const std::vector<std::string>& names) { return std::string(before_included) + list_of(names) + ")"; }

}  // namespace

UniqueClauses unique_clauses(Text options, std::size_t key_count) {
  UniqueClauses clauses{std::vector<std::string>(key_count), {}, {}};
  for (const std::string& item : items_of(options.str())) {
    std::size_t number = 0;
    const auto [end, failure] = std::from_chars(item.data(), item.data() + item.size(), number);
    if (failure == std::errc() && number <= key_count && number > 0)
      clauses.keys[number - 1] = end;
    else if (!item.empty())
      (item.starts_with(before_included) ? clauses.include : clauses.storage) += " " + item;
  }
  return clauses;
}

std::string unique_options(const std::vector<IndexKey>& keys, const std::vector<ColumnRef>& include, Text storage) {
  std::string text;
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (const std::string options = key_options(keys[i]); !options.empty()) append(text, std::to_string(i + 1) + options);
  std::vector<std::string> names;
  for (const ColumnRef& column : include) names.push_back(quote_where_needed(column.symbol->text));
  if (!names.empty()) append(text, include_clause(names));
  if (!storage.empty()) append(text, "WITH (" + storage.str() + ")");
  return text;
}

bool includes(Text options, std::string_view column) {
  const auto items = items_of(options.str());
  return std::any_of(items.begin(), items.end(), [&](const std::string& item) {
    const auto names = included_of(item);
    return std::find(names.begin(), names.end(), quote_where_needed(column)) != names.end();
  });
}

Text with_included_renamed(Text options, std::string_view from, std::string_view to) {
  auto items = items_of(options.str());
  for (std::string& item : items) {
    auto names = included_of(item);
    std::replace(names.begin(), names.end(), quote_where_needed(from), quote_where_needed(to));
    if (!names.empty()) item = include_clause(names);
  }
  return list_of(items);
}

Text with_collation_renamed(Text options, const Symbol& from, const Symbol& to) {
  const std::string before = collate_words(from), after = collate_words(to);
  auto items = items_of(options.str());
  for (std::string& item : items) {
    const auto at = item.find(before);
    const bool is_it = at != std::string::npos && (at + before.size() == item.size() || item[at + before.size()] == ' ');
    if (is_it) item.replace(at, before.size(), after);
  }
  return list_of(items);
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
