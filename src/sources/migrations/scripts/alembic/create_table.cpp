#include "sources/migrations/scripts/alembic/create_table.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>

namespace pgplumb::scripts {

namespace {

std::string serial_for(const std::string& type) {
  return type == "INTEGER" ? "SERIAL" : type == "BIGINT" ? "BIGSERIAL" : type == "SMALLINT" ? "SMALLSERIAL" : type;
}

bool is_column(const Value& item) { return member_of(item, "column").is_text(); }

/// The names of the columns of the primary key, however it is written.
std::vector<std::string> key_of(const std::vector<Value>& items) {
  std::vector<std::string> names;
  for (const Value& item : items) {
    if (member_of(item, "key").is_text()) names.push_back(member_of(item, "column").plain());
    for (const Value& column : member_of(item, "key columns").items) names.push_back(column.plain());
  }
  return names;
}

void write_items(SqlWriter& sql, const std::vector<Value>& items) {
  const auto key = key_of(items);
  bool has_key_constraint = false, is_first = true;
  for (const Value& item : items) {
    const Value constraint = member_of(item, "constraint");
    if (!is_column(item) && !constraint.is_text()) continue;
    if (!std::exchange(is_first, false)) sql.sql(", ");
    has_key_constraint |= member_of(item, "key columns").kind == Value::Kind::list;
    if (is_column(item))
      write_column(sql, item, key.size() == 1 && key.front() == member_of(item, "column").plain());
    else
      sql.text(constraint);
  }
  if (has_key_constraint || key.empty()) return;
  std::string names;
  for (const std::string& name : key) names += (names.empty() ? "" : ", ") + quote_identifier(name);
  sql.sql(", PRIMARY KEY (" + names + ")");
}

/// What stands behind the parentheses.
void write_options(SqlWriter& sql, const Arguments& arguments) {
  const Value* parents = given(arguments, "postgresql_inherits");
  if (parents) sql.sql(" INHERITS (");
  if (parents && parents->kind == Value::Kind::list)
    sql.names(*parents);
  else if (parents)
    sql.name(*parents);
  if (parents) sql.sql(")");
  if (const Value* key = given(arguments, "postgresql_partition_by")) sql.sql(" PARTITION BY ").text(*key);
}

void add_comment(Call& call, std::string_view on, const Value& object, const Value& comment) {
  SqlWriter sql = call.writer();
  call.add(sql.sql("COMMENT ON ").sql(on).sql(" ").text(object).sql(" IS ").sql(default_sql(sql, comment)));
}

Value member_name(const Call& call, const Value& table, const Value& column) {
  return call.writer().text(table).sql(".").name(column).result();
}

}  // namespace

void write_column(SqlWriter& sql, const Value& column, bool is_whole_key) {
  const Value type = member_of(member_of(column, "type"), "type");
  const std::string serial = member_of(column, "serial").plain();
  const bool is_serial =
      member_of(column, "type").kind != Value::Kind::unknown && (serial == "always" || (serial == "alone" && is_whole_key));
  sql.name(member_of(column, "column")).sql(" ");
  // What its type is does not put the rest of the table in doubt.
  sql.sql(type.is_text() ? (is_serial ? serial_for(type.plain()) : type.plain()) : "\"unknown\"");
  sql.sql(member_of(column, "clauses").plain());
}

void add_remarks_of_column(Call& call, const Value& table, const Value& column) {
  const Value name = member_of(column, "column"), type = member_of(column, "type");
  const bool has_type = member_of(type, "type").is_text();
  if (!has_type || member_of(column, "uncertain").is_text()) {
    SqlWriter sql(name.runs.front().from);
    Operation doubt{sql.sql("ALTER TABLE ").text(table).sql(" ALTER COLUMN ").name(name).sql(" TYPE \"unknown\"").result(),
                    Operation::Kind::partial};
    doubt.what = has_type ? "column" : "column type";
    doubt.object = call.values[0].plain() + "." + name.plain();
    doubt.why = "it is not known from the script" + (has_type || type.plain().empty() ? "" : ": " + type.plain());
    call.operations.push_back(std::move(doubt));
  }
  const Value index = member_of(column, "index");
  if (index.is_text()) {
    SqlWriter sql = call.writer();
    const Value index_name = text_value("ix_" + call.values[0].plain() + "_" + name.plain(), call.site);
    call.add(sql.sql("CREATE " + index.plain() + " ")
                 .shortened_name(index_name)
                 .sql(" ON ")
                 .text(table)
                 .sql(" (")
                 .name(name)
                 .sql(")"));
  }
  const Value comment = member_of(column, "comment");
  if (comment.kind != Value::Kind::unknown) add_comment(call, "COLUMN", member_name(call, table, name), comment);
}

void add_index(Call& call, const Value& table, const Value& name, const Value& columns, const Arguments& options) {
  SqlWriter sql = call.writer();
  sql.sql(flag(sql, options, "unique") ? "CREATE UNIQUE INDEX " : "CREATE INDEX ");
  sql.sql(flag(sql, options, "postgresql_concurrently") ? "CONCURRENTLY " : "");
  sql.sql(flag(sql, options, "if_not_exists") ? "IF NOT EXISTS " : "");
  sql.shortened_name(name).sql(" ON ").text(table);
  if (const std::string method = word(sql, options, "postgresql_using"); !method.empty()) sql.sql(" USING " + method);
  const Value* classes = given(options, "postgresql_ops");
  if (columns.kind != Value::Kind::list || !knows_keywords(options, index_keywords)) sql.spoil();
  sql.sql(" (");
  for (std::size_t i = 0; i < columns.items.size(); ++i) {
    const Value& column = columns.items[i];
    sql.sql(i ? ", " : "");
    if (column.is_sql)
      sql.text(column);
    else
      sql.name(column);
    if (const Value its_class = classes ? member_of(*classes, column.plain()) : Value{}; its_class.is_text())
      sql.sql(" ").text(its_class);
  }
  sql.sql(columns.items.empty() ? "\"unknown\")" : ")");
  if (const Value* included = given(options, "postgresql_include")) sql.sql(" INCLUDE (").names(*included).sql(")");
  if (flag(sql, options, "postgresql_nulls_not_distinct")) sql.sql(" NULLS NOT DISTINCT");
  if (const Value* parameters = given(options, "postgresql_with")) {
    sql.sql(" WITH (");
    for (std::size_t i = 0; i < parameters->keys.size(); ++i)
      sql.sql(i ? ", " : "").text(parameters->keys[i]).sql(" = ").text(parameters->items[i]);
    sql.sql(")");
  }
  if (const Value* where = given(options, "postgresql_where")) sql.sql(" WHERE ").text(*where);
  call.add(sql);
}

namespace {

Arguments options_of(const Value& index) {
  const Value written = member_of(index, "options");
  Arguments options;
  for (std::size_t i = 0; i < written.keys.size(); ++i) options.push_back({written.keys[i].plain(), written.items[i]});
  return options;
}

bool is_index(const Value& item) { return member_of(item, "index name").kind != Value::Kind::unknown; }

bool is_understood(const Value& item) { return is_column(item) || is_index(item) || member_of(item, "constraint").is_text(); }

void create_enums(Call& call, const std::vector<Value>& items) {
  for (const Value& item : items) {
    const Value type = member_of(item, "type");
    if (!member_of(type, "made with its table").is_text()) continue;
    if (auto made = type_operation("create", type, call.site)) call.operations.push_back(std::move(*made));
  }
}

}  // namespace

void create_table(Call& call) {
  const std::vector<Value> items(call.values.begin() + 1, call.values.end());
  SqlWriter table = call.writer();
  if (const Value* schema = given(call.arguments, "schema")) table.name(*schema).sql(".");
  table.name(call.values[0]);
  create_enums(call, items);
  SqlWriter sql = call.writer();
  sql.sql(flag(sql, call.arguments, "if_not_exists") ? "CREATE TABLE IF NOT EXISTS " : "CREATE TABLE ");
  write_items(sql.text(table.result()).sql(" ("), items);
  write_options(sql.sql(")"), call.arguments);
  if (!std::all_of(items.begin(), items.end(), is_understood)) sql.spoil();
  call.add(sql);
  if (const Value* comment = given(call.arguments, "comment")) add_comment(call, "TABLE", table.result(), *comment);
  for (const Value& item : items) {
    if (is_column(item)) add_remarks_of_column(call, table.result(), item);
    if (is_index(item))
      add_index(call, table.result(), member_of(item, "index name"), member_of(item, "columns"), options_of(item));
  }
}

}  // namespace pgplumb::scripts
