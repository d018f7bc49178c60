#include "sources/migrations/scripts/alembic_operations.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>

#include "sources/migrations/scripts/sql_writer.h"

namespace pgplumb::scripts {

namespace {

std::string serial_for(const std::string& type) {
  return type == "INTEGER" ? "SERIAL" : type == "BIGINT" ? "BIGSERIAL" : type == "SMALLINT" ? "SMALLSERIAL" : type;
}

void write_column(SqlWriter& sql, const Value& column, bool as_serial) {
  const std::string type = member_of(column, "type").plain();
  sql.name(member_of(column, "column")).sql(" " + (as_serial ? serial_for(type) : type));
  sql.sql(member_of(column, "clauses").plain());
}

/// The names of the columns of the primary key, however it is written.
std::vector<std::string> key_of(const std::vector<Value>& items) {
  std::vector<std::string> names;
  for (const Value& one : items) {
    if (!member_of(one, "key").plain().empty()) names.push_back(member_of(one, "column").plain());
    for (const Value& column : member_of(one, "key_columns").items) names.push_back(column.plain());
  }
  return names;
}

void qualify(SqlWriter& sql, const Arguments& arguments, const Value& table) {
  if (const Argument* schema = keyword(arguments, "schema"); schema && !is_none(schema->value)) sql.name(schema->value).sql(".");
  sql.name(table);
}

using Values = std::vector<Value>;

void create_table(SqlWriter& sql, const Values& values, const Arguments& arguments) {
  qualify(sql.sql("CREATE TABLE "), arguments, values[0]);
  const Values items(values.begin() + 1, values.end());
  const auto key = key_of(items);
  bool has_key_constraint = false;
  sql.sql(" (");
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i) sql.sql(", ");
    const Value name = member_of(items[i], "column"), constraint = member_of(items[i], "constraint");
    has_key_constraint |= member_of(items[i], "key_columns").kind == Value::Kind::list;
    const bool is_plain = member_of(items[i], "clauses").plain().find("DEFAULT") == std::string::npos &&
                          member_of(items[i], "clauses").plain().find("REFERENCES") == std::string::npos;
    if (name.is_text())
      write_column(sql, items[i], key.size() == 1 && key.front() == name.plain() && is_plain);
    else
      sql.text(constraint);  // spoils where it is none
  }
  if (!has_key_constraint && !key.empty()) {
    std::string names;
    for (const std::string& name : key) names += (names.empty() ? "" : ", ") + quote_identifier(name);
    sql.sql(", PRIMARY KEY (" + names + ")");
  }
  sql.sql(")");
}

void alter(SqlWriter& sql, const Arguments& arguments, const Value& table) {
  qualify(sql.sql("ALTER TABLE "), arguments, table);
  sql.sql(" ");
}

void add_column(SqlWriter& sql, const Values& values, const Arguments& arguments) {
  alter(sql, arguments, values[0]);
  sql.sql("ADD COLUMN ");
  write_column(sql, values[1], false);
}

void drop_column(SqlWriter& sql, const Values& values, const Arguments& arguments) {
  alter(sql, arguments, values[0]);
  sql.sql("DROP COLUMN ").name(values[1]);
}

void drop_table(SqlWriter& sql, const Values& values, const Arguments& arguments) {
  qualify(sql.sql("DROP TABLE "), arguments, values[0]);
}

void create_index(SqlWriter& sql, const Values& values, const Arguments& arguments) {
  for (const Argument& argument : arguments)  // partial indexes, methods, operator classes
    if (argument.keyword.starts_with("postgresql_")) sql.spoil();
  sql.sql(is_true(arguments, "unique") ? "CREATE UNIQUE INDEX " : "CREATE INDEX ").name(values[0]).sql(" ON ");
  qualify(sql, arguments, values[1]);
  sql.sql(" (").names(values.size() > 2 ? values[2] : Value{}).sql(")");
}

void drop_index(SqlWriter& sql, const Values& values, const Arguments& arguments) {
  qualify(sql.sql("DROP INDEX "), arguments, values[0]);
}

void create_unique_constraint(SqlWriter& sql, const Values& values, const Arguments& arguments) {
  alter(sql, arguments, values[1]);
  sql.sql("ADD CONSTRAINT ").name(values[0]).sql(" UNIQUE (").names(values.size() > 2 ? values[2] : Value{}).sql(")");
}

void create_foreign_key(SqlWriter& sql, const Values& values, const Arguments& arguments) {
  if (values.size() < 5) return sql.spoil();
  sql.sql("ALTER TABLE ").name(values[1]).sql(" ADD ");
  const Argument name{"", values[0]};
  sql.constraint_name(&name);
  sql.sql("FOREIGN KEY (").names(values[3]).sql(") REFERENCES ").name(values[2]).sql(" (").names(values[4]);
  sql.sql(")" + actions_of(arguments));
}

void drop_constraint(SqlWriter& sql, const Values& values, const Arguments& arguments) {
  alter(sql, arguments, values[1]);
  sql.sql("DROP CONSTRAINT ").name(values[0]);
}

void rename_table(SqlWriter& sql, const Values& values, const Arguments& arguments) {
  alter(sql, arguments, values[0]);
  sql.sql("RENAME TO ").name(values[1]);
}

/// One statement for each thing that is changed, the name last.
void alter_column(SqlWriter& sql, const Values& values, const Arguments& arguments) {
  const auto change = [&](const std::string& what) {
    alter(sql, arguments, values[0]);
    sql.sql("ALTER COLUMN ").name(values[1]).sql(" " + what + ";\n");
  };
  if (is_true(arguments, "nullable")) change("DROP NOT NULL");
  if (is_false(arguments, "nullable")) change("SET NOT NULL");
  if (const Argument* type = keyword(arguments, "type_")) {
    const Value written = member_of(type->value, "type");
    const Argument* cast = keyword(arguments, "postgresql_using");
    if (!written.is_text() || (cast && !cast->value.is_wholly_known())) return sql.spoil();
    change("TYPE " + written.plain() + (cast ? " USING " + cast->value.plain() : ""));
  }
  if (const Argument* given = keyword(arguments, "server_default")) {
    const bool drops = is_none(given->value);
    if (!drops && !given->value.is_wholly_known()) return sql.spoil();
    change(drops ? "DROP DEFAULT" : "SET DEFAULT " + default_sql(*given));
  }
  if (const Argument* name = keyword(arguments, "new_column_name")) {
    alter(sql, arguments, values[0]);
    sql.sql("RENAME COLUMN ").name(values[1]).sql(" TO ").name(name->value);
  }
}

struct Operation {
  std::string_view name;
  std::size_t arguments;  ///< at least so many by position
  void (*write)(SqlWriter& sql, const Values& values, const Arguments& arguments);
};
constexpr auto operations = std::to_array<Operation>({
    {"create_table", 2, create_table},
    {"add_column", 2, add_column},
    {"drop_column", 2, drop_column},
    {"drop_table", 1, drop_table},
    {"create_index", 3, create_index},
    {"drop_index", 1, drop_index},
    {"create_unique_constraint", 3, create_unique_constraint},
    {"create_foreign_key", 5, create_foreign_key},
    {"drop_constraint", 2, drop_constraint},
    {"rename_table", 2, rename_table},
    {"alter_column", 2, alter_column},
});

}  // namespace

std::optional<Value> operation_sql(std::string_view function, const Arguments& arguments) {
  const auto values = by_position(arguments);
  const auto operation =
      std::find_if(operations.begin(), operations.end(), [&](const Operation& one) { return one.name == function; });
  if (operation == operations.end() || values.size() < operation->arguments) return std::nullopt;
  SqlWriter sql;
  operation->write(sql, values, arguments);
  return sql.result();
}

}  // namespace pgplumb::scripts
