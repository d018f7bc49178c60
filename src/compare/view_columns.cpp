#include "compare/view_columns.h"

#include <algorithm>

namespace pgplumb {

namespace {

bool may_be_one(const Entry* a, const Entry* b) {
  const DataType &left = std::get<Column>(a->object).type, &right = std::get<Column>(b->object).type;
  const bool is_unknown = a->uncertain || b->uncertain || !left.name || !right.name;
  return a->symbol->meant().text == b->symbol->meant().text && (is_unknown || left == right);
}

bool states_query_and_columns(const Source& source, const Entry* view) {
  const auto* table = view ? std::get_if<Table>(&view->object) : nullptr;
  return table && table->definition && source.place.type != PlaceType::snapshot &&
         !source.catalog.members(*view, Namespace::column).empty();
}

}  // namespace

std::vector<const Entry*> columns_in_order(const Catalog& catalog, const Entry& view) {
  std::vector<const Entry*> columns;
  for (const Entry& column : catalog.members(view, Namespace::column)) columns.push_back(&column);
  std::sort(columns.begin(), columns.end(), [](const Entry* a, const Entry* b) { return a->symbol->number < b->symbol->number; });
  return columns;
}

bool give_other_columns(const Group& view, const SourceList& sources) {
  std::vector<std::vector<const Entry*>> given;
  for (std::size_t i = 0; i < sources.size(); ++i)
    if (states_query_and_columns(*sources[i], view.entries[i]))
      given.push_back(columns_in_order(sources[i]->catalog, *view.entries[i]));
  return std::any_of(given.begin(), given.end(), [&](const std::vector<const Entry*>& columns) {
    return !std::equal(columns.begin(), columns.end(), given.front().begin(), given.front().end(), may_be_one);
  });
}

}  // namespace pgplumb
