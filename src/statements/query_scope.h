// What the names in a query stand for.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "statements/views.h"

namespace pgplumb {

/// One FROM item: the name it goes by, and its columns.
struct ScopeItem {
  std::string alias;
  std::vector<ResultColumn> columns;
};

struct Scope {
  std::vector<ScopeItem> items;
  bool complete = true;  ///< false when some FROM item's columns are not known

  const ScopeItem* item(std::string_view alias) const {
    const auto found = std::find_if(items.begin(), items.end(), [&](const ScopeItem& item) { return item.alias == alias; });
    return found == items.end() ? nullptr : &*found;
  }
};

/// The type of an output of the query; nothing where it is not plain.
std::optional<DataType> type_in_scope(Session& session, const Node* output, const Scope& scope);

}  // namespace pgplumb
