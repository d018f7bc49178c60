// What a statement does to the rows of tables, as far as triggers are to know.
#pragma once

#include <string_view>
#include <vector>

#include "sql/nodes.h"

namespace pgplumb {

struct RowChange {
  std::string_view event;  ///< as in Trigger::events: "insert", "delete", "update", "truncate"
  const RangeVar* relation;
  std::vector<std::string_view> columns = {};  ///< that UPDATE sets
  const InsertStmt* insert = nullptr;          ///< what gives the rows; null where nothing is known of them
};

/// INSERT with its ON CONFLICT, UPDATE, DELETE, MERGE, TRUNCATE and COPY … FROM, also in WITH.
std::vector<RowChange> row_changes(const Node* statement);

/// Whether it surely changes nothing but rows by itself.
bool changes_only_rows(const Node* statement);

}  // namespace pgplumb
