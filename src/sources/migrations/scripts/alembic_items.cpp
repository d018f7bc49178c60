// Types, columns and constraints as Alembic's operations take them.
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>

#include "sources/migrations/scripts/alembic_operations.h"
#include "sources/migrations/scripts/sql_writer.h"

namespace pgplumb::scripts {

namespace {

/// SQLAlchemy's types as its PostgreSQL dialect writes them. `takes`: what may stand in parentheses.
struct TypeWords {
  std::string_view name, sql;
  bool takes_numbers = false;
};
constexpr auto types = std::to_array<TypeWords>({
    {"String", "VARCHAR", true},
    {"VARCHAR", "VARCHAR", true},
    {"Unicode", "VARCHAR", true},
    {"CHAR", "CHAR", true},
    {"Text", "TEXT"},
    {"TEXT", "TEXT"},
    {"UnicodeText", "TEXT"},
    {"Integer", "INTEGER"},
    {"INTEGER", "INTEGER"},
    {"BigInteger", "BIGINT"},
    {"BIGINT", "BIGINT"},
    {"SmallInteger", "SMALLINT"},
    {"SMALLINT", "SMALLINT"},
    {"Boolean", "BOOLEAN"},
    {"BOOLEAN", "BOOLEAN"},
    {"Date", "DATE"},
    {"DATE", "DATE"},
    {"Float", "FLOAT"},
    {"Double", "DOUBLE PRECISION"},
    {"Numeric", "NUMERIC", true},
    {"NUMERIC", "NUMERIC", true},
    {"LargeBinary", "BYTEA"},
    {"BYTEA", "BYTEA"},
    {"JSON", "JSON"},
    {"JSONB", "JSONB"},
    {"UUID", "UUID"},
    {"Uuid", "UUID"},
    {"INET", "INET"},
    {"DateTime", "TIMESTAMP"},
    {"TIMESTAMP", "TIMESTAMP"},
    {"Time", "TIME"},
    {"Interval", "INTERVAL"},
    {"TSVECTOR", "TSVECTOR"},
});

/// A mapping that stands for a type, a column or a constraint: its parts are texts.
Value item(std::vector<std::pair<std::string_view, Value>> parts) {
  Value value{Value::Kind::mapping};
  for (auto& [name, part] : parts) {
    value.keys.push_back(text_value(std::string(name), 0));
    value.items.push_back(std::move(part));
  }
  return value;
}

std::optional<Value> type_sql(std::string_view function, const Arguments& arguments) {
  const auto type = std::find_if(types.begin(), types.end(), [&](const TypeWords& words) { return words.name == function; });
  if (type == types.end()) return std::nullopt;
  std::string sql(type->sql), numbers = word_of(arguments, "length");
  for (const Value& value : by_position(arguments)) numbers += (numbers.empty() ? "" : ", ") + value.plain();
  for (const char* part : {"precision", "scale"})
    if (const std::string number = word_of(arguments, part); !number.empty()) numbers += (numbers.empty() ? "" : ", ") + number;
  if (type->takes_numbers && !numbers.empty()) sql += "(" + numbers + ")";
  if (is_true(arguments, "timezone")) sql += " WITH TIME ZONE";
  return item({{"type", text_value(sql, 0)}});
}

/// Of "users.id", "auth.users.id": the table as SQL, and the column.
std::pair<std::string, std::string> target_of(const std::string& dotted) {
  const std::size_t last = dotted.rfind('.');
  if (last == std::string::npos) return {};
  std::string table = dotted.substr(0, last);
  const std::size_t schema = table.find('.');
  table = schema == std::string::npos
              ? quote_identifier(table)
              : quote_identifier(table.substr(0, schema)) + "." + quote_identifier(table.substr(schema + 1));
  return {table, quote_identifier(dotted.substr(last + 1))};
}

std::optional<Value> foreign_key(const Arguments& arguments) {
  const auto values = by_position(arguments);
  if (values.empty() || !values[0].is_wholly_known()) return std::nullopt;
  const auto [table, column] = target_of(values[0].plain());
  if (table.empty()) return std::nullopt;
  return item({{"clause", text_value(" REFERENCES " + table + " (" + column + ")" + actions_of(arguments), 0)}});
}

std::optional<Value> column(const Arguments& arguments) {
  const auto values = by_position(arguments);
  if (values.size() < 2 || !values[0].is_wholly_known()) return std::nullopt;
  Value type = member_of(values[1], "type");
  if (!type.is_text() || is_true(arguments, "index") || keyword(arguments, "autoincrement")) return std::nullopt;
  std::string clauses;
  const Argument* given = keyword(arguments, "server_default");
  if (given && !is_none(given->value)) {
    if (!given->value.is_wholly_known()) return std::nullopt;
    clauses += " DEFAULT " + default_sql(*given);
  }
  const bool is_key = is_true(arguments, "primary_key");
  if (is_false(arguments, "nullable") || is_key) clauses += " NOT NULL";
  if (is_true(arguments, "unique")) clauses += " UNIQUE";
  for (std::size_t i = 2; i < values.size(); ++i) {
    const Value clause = member_of(values[i], "clause");
    if (!clause.is_text()) return std::nullopt;
    clauses += clause.plain();
  }
  return item(
      {{"column", values[0]}, {"type", type}, {"clauses", text_value(clauses, 0)}, {"key", text_value(is_key ? "1" : "", 0)}});
}

/// PrimaryKeyConstraint('a', 'b', name='x') and UniqueConstraint; the columns of the first decide what becomes a serial.
std::optional<Value> key_constraint(std::string_view words, const Arguments& arguments) {
  SqlWriter sql;
  sql.constraint_name(keyword(arguments, "name"));
  const Value columns = list_value(by_position(arguments));
  const auto written = sql.sql(words).sql(" (").names(columns).sql(")").result();
  if (!written) return std::nullopt;
  return item({{"constraint", *written}, {"key_columns", words == "PRIMARY KEY" ? columns : Value{}}});
}

std::optional<Value> foreign_key_constraint(const Arguments& arguments) {
  const auto values = by_position(arguments);
  if (values.size() < 2 || values[1].items.empty()) return std::nullopt;
  std::string table, columns;
  for (const Value& target : values[1].items) {
    const auto [its_table, column] = target_of(target.plain());
    table = its_table;
    columns += (columns.empty() ? "" : ", ") + column;
  }
  SqlWriter sql;
  sql.constraint_name(keyword(arguments, "name"));
  const auto written = sql.sql("FOREIGN KEY (")
                           .names(values[0])
                           .sql(") REFERENCES " + table + " (" + columns + ")" + actions_of(arguments))
                           .result();
  if (table.empty() || !written) return std::nullopt;
  return item({{"constraint", *written}});
}

}  // namespace

std::optional<Value> schema_item(std::string_view function, const Arguments& arguments) {
  if (function == "Column") return column(arguments);
  if (function == "ForeignKey") return foreign_key(arguments);
  if (function == "PrimaryKeyConstraint") return key_constraint("PRIMARY KEY", arguments);
  if (function == "UniqueConstraint") return key_constraint("UNIQUE", arguments);
  if (function == "ForeignKeyConstraint") return foreign_key_constraint(arguments);
  return type_sql(function, arguments);
}

}  // namespace pgplumb::scripts
