#include "sources/migrations/scripts/alembic/operations.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>

#include "sources/migrations/scripts/alembic/columns.h"
#include "sources/migrations/scripts/alembic/create_table.h"

namespace pgplumb::scripts {

namespace {

void write_table(SqlWriter& sql, const Call& call, std::string_view schema_keyword = "schema", std::size_t at = 0) {
  if (const Value* schema = given(call.arguments, schema_keyword)) sql.name(*schema).sql(".");
  sql.name(call.values[at]);
}

SqlWriter alter_table(const Call& call, std::size_t at = 0) {
  SqlWriter sql = call.writer();
  write_table(sql.sql("ALTER TABLE "), call, "schema", at);
  sql.sql(" ");
  return sql;
}

void add_column(Call& call) {
  const Value& column = call.values[1];
  const Value name = member_of(column, "column");
  SqlWriter sql = alter_table(call);
  sql.sql(flag(sql, call.arguments, "if_not_exists") ? "ADD COLUMN IF NOT EXISTS " : "ADD COLUMN ");
  write_column(sql, column, member_of(column, "key").is_text());
  call.add(sql);
  SqlWriter table = call.writer();
  write_table(table, call);
  add_remarks_of_column(call, table.result(), column);
}

void drop_column(Call& call) {
  SqlWriter sql = alter_table(call);
  sql.sql(flag(sql, call.arguments, "if_exists") ? "DROP COLUMN IF EXISTS " : "DROP COLUMN ").name(call.values[1]);
  call.add(sql);
}

void drop_table(Call& call) {
  SqlWriter sql = call.writer();
  sql.sql(flag(sql, call.arguments, "if_exists") ? "DROP TABLE IF EXISTS " : "DROP TABLE ");
  write_table(sql, call);
  call.add(sql);
}

void create_index(Call& call) {
  SqlWriter table = call.writer();
  write_table(table, call, "schema", 1);
  add_index(call, table.result(), call.values[0], call.values[2], call.arguments);
}

void drop_index(Call& call) {
  SqlWriter sql = call.writer();
  sql.sql("DROP INDEX ").sql(flag(sql, call.arguments, "postgresql_concurrently") ? "CONCURRENTLY " : "");
  sql.sql(flag(sql, call.arguments, "if_exists") ? "IF EXISTS " : "");
  if (const Value* schema = given(call.arguments, "schema")) sql.name(*schema).sql(".");
  call.add(sql.shortened_name(call.values[0]));
}

/// ALTER TABLE … ADD CONSTRAINT name; the name is left out where there is none.
SqlWriter add_constraint(const Call& call) {
  SqlWriter sql = alter_table(call, 1);
  sql.sql("ADD ");
  if (!is_none(call.values[0])) sql.sql("CONSTRAINT ").shortened_name(call.values[0]).sql(" ");
  return sql;
}

void create_unique_constraint(Call& call) {
  SqlWriter sql = add_constraint(call);
  write_key(sql, "UNIQUE", call.values[2], call.arguments);
  call.add(sql);
}

void create_primary_key(Call& call) {
  SqlWriter sql = add_constraint(call);
  write_key(sql, "PRIMARY KEY", call.values[2], call.arguments);
  call.add(sql);
}

void create_check_constraint(Call& call) {
  SqlWriter sql = add_constraint(call);
  sql.sql("CHECK (").text(call.values[2]).sql(")");
  if (flag(sql, call.arguments, "postgresql_not_valid")) sql.sql(" NOT VALID");
  call.add(sql);
}

void create_exclude_constraint(Call& call) { call.add(add_constraint(call).sql("CHECK (").text({}).sql(")")); }

void create_foreign_key(Call& call) {
  SqlWriter sql = call.writer();
  write_table(sql.sql("ALTER TABLE "), call, "source_schema", 1);
  sql.sql(" ADD ");
  if (!is_none(call.values[0])) sql.sql("CONSTRAINT ").shortened_name(call.values[0]).sql(" ");
  write_table(sql.sql("FOREIGN KEY (").names(call.values[3]).sql(") REFERENCES "), call, "referent_schema", 2);
  sql.sql(" (").names(call.values[4]).sql(")");
  write_foreign_key_options(sql, call.arguments);
  if (flag(sql, call.arguments, "postgresql_not_valid")) sql.sql(" NOT VALID");
  call.add(sql);
}

void drop_constraint(Call& call) {
  SqlWriter sql = alter_table(call, 1);
  sql.sql(flag(sql, call.arguments, "if_exists") ? "DROP CONSTRAINT IF EXISTS " : "DROP CONSTRAINT ");
  call.add(sql.shortened_name(call.values[0]));
}

void rename_table(Call& call) { call.add(alter_table(call).sql("RENAME TO ").name(call.values[1])); }

void table_comment(Call& call) {
  SqlWriter sql = call.writer();
  write_table(sql.sql("COMMENT ON TABLE "), call);
  const bool drops = call.function == "drop_table_comment";
  call.add(sql.sql(" IS ").sql(drops ? "NULL" : default_sql(sql, call.values[1])));
}

/// One statement for each thing that is changed, in Alembic's order: the name last.
void alter_column(Call& call) {
  const Arguments& arguments = call.arguments;
  const auto change = [&](auto write) {
    SqlWriter sql = alter_table(call);
    write(sql.sql("ALTER COLUMN ").name(call.values[1]).sql(" "));
    call.add(sql);
  };
  if (const Value* type = given(arguments, "type_"))
    change([&](SqlWriter& sql) {
      const Value* cast = given(arguments, "postgresql_using");
      sql.sql("TYPE ").text(member_of(*type, "type"));
      if (cast) sql.sql(" USING ").text(*cast);
    });
  if (given(arguments, "nullable"))
    change([&](SqlWriter& sql) { sql.sql(flag(sql, arguments, "nullable") ? "DROP NOT NULL" : "SET NOT NULL"); });
  const Argument* new_default = keyword(arguments, "server_default");
  if (new_default && is_none(new_default->value))
    change([](SqlWriter& sql) { sql.sql("DROP DEFAULT"); });
  else if (new_default && truth_of(new_default->value) != false)
    change([&](SqlWriter& sql) { sql.sql("SET DEFAULT ").sql(default_sql(sql, new_default->value)); });
  if (const Argument* comment = keyword(arguments, "comment"); comment && truth_of(comment->value) != false) {
    SqlWriter sql = call.writer();
    write_table(sql.sql("COMMENT ON COLUMN "), call);
    sql.sql(".").name(call.values[1]).sql(" IS ");
    call.add(sql.sql(is_none(comment->value) ? "NULL" : default_sql(sql, comment->value)));
  }
  if (const Value* name = given(arguments, "new_column_name"))
    call.add(alter_table(call).sql("RENAME COLUMN ").name(call.values[1]).sql(" TO ").name(*name));
}

struct Row {
  std::string_view name;
  std::array<std::string_view, 5> parameters;  ///< may be given by position; "*" takes all that follow
  std::size_t required;
  Keywords keywords;
  void (*write)(Call& call);
};

// SQLAlchemy's own words for what PostgreSQL has beyond others.
const Keywords key_keywords = {
    "constraint_name",   "table_name", "columns", "schema", "deferrable", "initially", "postgresql_nulls_not_distinct",
    "postgresql_include"};
const Keywords alter_keywords = {"table_name",
                                 "column_name",
                                 "nullable",
                                 "comment",
                                 "server_default",
                                 "type_",
                                 "new_column_name",
                                 "existing_type",
                                 "existing_nullable",
                                 "existing_server_default",
                                 "existing_comment",
                                 "schema",
                                 "postgresql_using",
                                 "autoincrement",
                                 "existing_autoincrement"};

const auto rows = std::to_array<Row>({
    {"create_table",
     {"table_name", "*"},
     1,
     {"table_name", "schema", "comment", "if_not_exists", "info", "postgresql_inherits", "postgresql_partition_by"},
     create_table},
    {"add_column", {"table_name", "column"}, 2, {"table_name", "column", "schema", "if_not_exists"}, add_column},
    {"drop_column", {"table_name", "column_name"}, 2, {"table_name", "column_name", "schema", "if_exists"}, drop_column},
    {"drop_table", {"table_name"}, 1, {"table_name", "schema", "if_exists"}, drop_table},
    {"create_index", {"index_name", "table_name", "columns"}, 3, index_keywords, create_index},
    {"drop_index",
     {"index_name", "table_name"},
     1,
     {"index_name", "table_name", "schema", "if_exists", "postgresql_concurrently", "postgresql_using", "postgresql_where",
      "postgresql_ops", "postgresql_include", "postgresql_with", "postgresql_nulls_not_distinct", "unique"},
     drop_index},
    {"create_unique_constraint", {"constraint_name", "table_name", "columns"}, 3, key_keywords, create_unique_constraint},
    {"create_primary_key", {"constraint_name", "table_name", "columns"}, 3, key_keywords, create_primary_key},
    {"create_check_constraint",
     {"constraint_name", "table_name", "condition"},
     3,
     {"constraint_name", "table_name", "condition", "schema", "postgresql_not_valid"},
     create_check_constraint},
    {"create_exclude_constraint",
     {"constraint_name", "table_name", "*"},
     2,
     {"schema", "using", "where"},
     create_exclude_constraint},
    {"create_foreign_key",
     {"constraint_name", "source_table", "referent_table", "local_cols", "remote_cols"},
     5,
     {"constraint_name", "source_table", "referent_table", "local_cols", "remote_cols", "onupdate", "ondelete", "deferrable",
      "initially", "match", "source_schema", "referent_schema", "postgresql_not_valid"},
     create_foreign_key},
    {"drop_constraint",
     {"constraint_name", "table_name", "type_"},
     2,
     {"constraint_name", "table_name", "type_", "schema", "if_exists"},
     drop_constraint},
    {"rename_table", {"old_table_name", "new_table_name"}, 2, {"old_table_name", "new_table_name", "schema"}, rename_table},
    {"alter_column", {"table_name", "column_name"}, 2, alter_keywords, alter_column},
    {"create_table_comment",
     {"table_name", "comment"},
     2,
     {"table_name", "comment", "existing_comment", "schema"},
     table_comment},
    {"drop_table_comment", {"table_name"}, 1, {"table_name", "existing_comment", "schema"}, table_comment},
});

/// By the order of the parameters; a parameter that is not given is unknown.
std::vector<Value> values_of(const Row& row, const Arguments& arguments) {
  std::vector<Value> values = by_position(arguments);
  const bool takes_all = row.parameters[1] == "*" || row.parameters[2] == "*";
  for (std::size_t i = values.size(); i < row.parameters.size() && !(takes_all && i >= row.required); ++i) {
    const Value* named = row.parameters[i].empty() ? nullptr : given(arguments, row.parameters[i]);
    values.push_back(named ? *named : Value{});
  }
  return values;
}

}  // namespace

void Call::add(const SqlWriter& sql) {
  const bool is_certain = sql.is_sound() && !is_partial;
  operations.push_back({sql.result(), is_certain ? Operation::Kind::certain : Operation::Kind::partial});
  if (!is_certain)
    operations.back().what = "op." + std::string(function),
    operations.back().why = "something in it is not known from the script";
}

std::optional<std::vector<Operation>> operations_of(std::string_view function, const Arguments& arguments, std::size_t site) {
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& one) { return one.name == function; });
  if (row == rows.end()) return std::nullopt;
  Call call{function, values_of(*row, arguments), arguments, site};
  // Without them nothing is known of what is meant.
  const std::size_t table = row->parameters[1] == "table_name" || row->parameters[1] == "source_table" ? 1 : 0;
  if (!call.values[table].is_wholly_known()) return std::nullopt;
  if (function == "add_column" && !member_of(call.values[1], "column").is_text()) return std::nullopt;
  call.is_partial = !knows_keywords(arguments, row->keywords);
  row->write(call);
  return call.operations;
}

}  // namespace pgplumb::scripts
