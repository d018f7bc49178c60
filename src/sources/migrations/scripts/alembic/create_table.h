// Tables, and what columns and indexes bring with them.
#pragma once

#include <string_view>
#include <vector>

#include "sources/migrations/scripts/alembic/operations.h"
#include "sources/migrations/scripts/alembic/sql_writer.h"

namespace pgplumb::scripts {

/// A call of an operation, and the statements that it comes to.
struct Call {
  std::string_view function;
  std::vector<Value> values;  ///< by the order of its parameters
  const Arguments& arguments;
  std::size_t site;
  bool is_partial = false;  ///< a keyword is not understood
  std::vector<Operation> operations = {};

  SqlWriter writer() const { return SqlWriter(site); }
  void add(const SqlWriter& sql);
};

void create_table(Call& call);

void write_column(SqlWriter& sql, const Value& column, bool is_whole_key);
/// What else a column says: an index, a comment, what is not known of it.
void add_remarks_of_column(Call& call, const Value& table, const Value& column);

inline const Keywords index_keywords = {"index_name",
                                        "table_name",
                                        "columns",
                                        "schema",
                                        "unique",
                                        "if_not_exists",
                                        "quote",
                                        "info",
                                        "postgresql_where",
                                        "postgresql_using",
                                        "postgresql_ops",
                                        "postgresql_with",
                                        "postgresql_include",
                                        "postgresql_concurrently",
                                        "postgresql_nulls_not_distinct"};
void add_index(Call& call, const Value& table, const Value& name, const Value& columns, const Arguments& options);

}  // namespace pgplumb::scripts
