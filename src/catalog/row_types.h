// Rows in expressions: what only the catalog knows of them.
#pragma once

#include <pgplumb/catalog/draft.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

struct RowColumn {
  std::string name;
  DataType type;
};

/// Of a table's rows, or of a composite type; none of any other, and of what is uncertain.
std::vector<RowColumn> columns_of_row(const Draft& draft, const DataType& type);

/// What the call of a function of PostgreSQL's own gives where that is a row of no type: aclexplode(). None where versions
/// differ.
std::vector<RowColumn> columns_of_record(const Expression& call);

/// A row of the table that an expression stands on, as a whole.
Expression row_of_table(const Symbol* table);

/// What `t`, `t.*`, `(t).a` and `t.f` are in an expression on the table t, the last where `function_of_row` finds that f takes
/// its rows; nothing for its columns by themselves and all others. `parts` as for NameResolver::reference.
std::optional<Expression> row_in_expression(const Draft& draft, const Symbol* table, const std::vector<std::string_view>& parts,
                                            const NameResolver& names);

/// The types that names have here, without those of what is uncertain.
KnownTypes certain_types(const Draft& draft);

/// Says of which type `(home).zip` is and what the members of `ROW(1, 'x')::place` are converted to (coerce_record_to_complex in
/// parser/parse_coerce.c), that an enum, which is no row, is NULL as any value is, and of what else is tested for NULL that it is
/// a row: the test gets its type. `target`: what the whole is stored as, or null.
void tell_types_of_rows(const Draft& draft, Expression& expression, const DataType* target = nullptr);

}  // namespace pgplumb
