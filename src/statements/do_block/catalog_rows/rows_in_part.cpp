#include "statements/do_block/catalog_rows/rows_in_part.h"

#include <algorithm>

#include "catalog/uncertain_kinds.h"

namespace pgplumb {

namespace {

/// Beyond those of all objects that are known, and the same in each catalog.
std::string number_of(std::size_t which) {
  constexpr std::size_t first = 1'000'000'000'000;
  return std::to_string(first + which);
}

Value known_part(const NameInPart& name) {
  Value text = Value::partly(name.begin + Value().part() + name.end);
  text.is_something = true;
  return text;
}

template <class Names>
void append(CatalogRow& row, const Names& columns, const Value& value) {
  for (const std::string_view column : columns)
    if (!column.empty()) row.columns.emplace_back(column, value);
}

void append_table(Session& session, const RowShape& shape, const std::string& table, CatalogRow& row) {
  append(row, shape.table_names, table);
  if (const Symbol* found = session.look_up({}, table).symbol)
    append(row, std::array{shape.table_number}, Value(object_number(found)));
}

}  // namespace

void append_rows_in_part(Session& session, const RowShape& shape, std::vector<CatalogRow>& rows) {
  for (std::size_t i = 0; i < session.names_in_part.size(); ++i) {
    const NameInPart& name = session.names_in_part[i];
    CatalogRow row{{}, nullptr, true};
    const bool is_listed = std::find(shape.kinds.begin(), shape.kinds.end(), name.space) != shape.kinds.end();
    if (is_listed) {
      append(row, shape.names, known_part(name));
      append(row, std::array{shape.number}, Value(number_of(i)));
      if (!name.table.empty()) append_table(session, shape, name.table, row);
    } else if (name.space == Namespace::relation && !shape.table_number.empty()) {
      append(row, shape.table_names, known_part(name));
      append(row, std::array{shape.table_number}, Value(number_of(i)));
    }
    if (!row.columns.empty()) rows.push_back(std::move(row));
  }
  if (may_find_others(session)) rows.push_back({{}, nullptr, true});
}

}  // namespace pgplumb
