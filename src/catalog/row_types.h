// Rows in expressions: what only the catalog knows of them.
#pragma once

#include <pgplumb/catalog/draft.h>

#include <string>
#include <vector>

namespace pgplumb {

struct RowColumn {
  std::string name;
  DataType type;
};

/// Of a table's rows, or of a composite type; none of any other, and of what is uncertain.
std::vector<RowColumn> columns_of_row(const Draft& draft, const DataType& type);

/// The types that names have here, without those of what is uncertain.
KnownTypes certain_types(const Draft& draft);

/// Says of which type `(home).zip` is and what the members of `ROW(1, 'x')::place` are converted to (coerce_record_to_complex in
/// parser/parse_coerce.c), and that an enum, which is no row, is NULL as any value is. `target`: what the whole is stored as, or
/// null.
void tell_types_of_rows(const Draft& draft, Expression& expression, const DataType* target = nullptr);

}  // namespace pgplumb
