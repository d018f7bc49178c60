// SQLAlchemy's types as its PostgreSQL dialect writes them.
//
// A type is a record: `type`, its SQL; of an enum `enum`, its name, and `labels`, a list where they are known.
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>

#include "sources/migrations/scripts/alembic/operations.h"
#include "sources/migrations/scripts/alembic/sql_writer.h"

namespace pgplumb::scripts {

namespace {

/// What may stand behind a type's name.
enum class Takes { nothing, length, zone, precision_and_zone };

struct TypeWords {
  std::string_view name, sql;
  Takes takes = Takes::nothing;
};
constexpr auto types = std::to_array<TypeWords>({
    {"String", "VARCHAR", Takes::length},
    {"VARCHAR", "VARCHAR", Takes::length},
    {"Unicode", "VARCHAR", Takes::length},
    {"AutoString", "VARCHAR", Takes::length},  // of SQLModel
    {"CHAR", "CHAR", Takes::length},
    {"Text", "TEXT"},
    {"TEXT", "TEXT"},
    {"UnicodeText", "TEXT"},
    {"CITEXT", "CITEXT"},
    {"Integer", "INTEGER"},
    {"INTEGER", "INTEGER"},
    {"INT", "INTEGER"},
    {"BigInteger", "BIGINT"},
    {"BIGINT", "BIGINT"},
    {"SmallInteger", "SMALLINT"},
    {"SMALLINT", "SMALLINT"},
    {"Boolean", "BOOLEAN"},
    {"BOOLEAN", "BOOLEAN"},
    {"Date", "DATE"},
    {"DATE", "DATE"},
    {"Float", "FLOAT", Takes::length},
    {"FLOAT", "FLOAT", Takes::length},
    {"Double", "DOUBLE PRECISION"},
    {"DOUBLE_PRECISION", "DOUBLE PRECISION"},
    {"REAL", "REAL"},
    {"Numeric", "NUMERIC", Takes::length},
    {"NUMERIC", "NUMERIC", Takes::length},
    {"DECIMAL", "DECIMAL", Takes::length},
    {"LargeBinary", "BYTEA"},
    {"PickleType", "BYTEA"},
    {"BYTEA", "BYTEA"},
    {"JSON", "JSON"},
    {"JSONB", "JSONB"},
    {"UUID", "UUID"},
    {"Uuid", "UUID"},
    {"GUID", "UUID"},  // of fastapi-users
    {"INET", "INET"},
    {"CIDR", "CIDR"},
    {"MACADDR", "MACADDR"},
    {"HSTORE", "HSTORE"},
    {"OID", "OID"},
    {"MONEY", "MONEY"},
    {"DateTime", "TIMESTAMP", Takes::zone},
    {"TIMESTAMP", "TIMESTAMP", Takes::precision_and_zone},
    {"TIMESTAMPAware", "TIMESTAMP", Takes::precision_and_zone},  // of fastapi-users
    {"Time", "TIME", Takes::zone},
    {"TIME", "TIME", Takes::precision_and_zone},
    {"Interval", "INTERVAL"},
    {"INTERVAL", "INTERVAL"},
    {"TSVECTOR", "TSVECTOR"},
    {"TSQUERY", "TSQUERY"},
    {"INT4RANGE", "INT4RANGE"},
    {"INT8RANGE", "INT8RANGE"},
    {"NUMRANGE", "NUMRANGE"},
    {"DATERANGE", "DATERANGE"},
    {"TSRANGE", "TSRANGE"},
    {"TSTZRANGE", "TSTZRANGE"},
    {"Vector", "VECTOR", Takes::length},  // of pgvector
    {"VECTOR", "VECTOR", Takes::length},
    {"HALFVEC", "HALFVEC", Takes::length},
});

/// Keywords that are Python's business alone.
const Keywords known_keywords = {
    "length",      "precision",    "scale", "timezone",   "collation", "as_uuid", "astext_type",
    "as_tuple",    "none_as_null", "name",  "dimensions", "asdecimal", "dim",     "decimal_return_scale",
    "zero_indexes"};

/// `(10, 2)` of what stands in the parentheses, or of length, precision and scale; "" where nothing does.
std::string lengths_of(SqlWriter& sql, const Arguments& arguments) {
  std::string numbers;
  const auto add = [&](const std::string& number) {
    if (!number.empty()) numbers += (numbers.empty() ? "" : ", ") + number;
  };
  for (const Value& value : by_position(arguments)) {
    if (is_none(value)) continue;
    if (!value.is_wholly_known()) sql.spoil();
    add(value.plain());
  }
  for (const char* name : {"length", "dim", "precision", "scale"}) add(word(sql, arguments, name));
  return numbers.empty() ? "" : "(" + numbers + ")";
}

bool has_zone(SqlWriter& sql, const Arguments& arguments) {
  const auto values = by_position(arguments);
  return values.empty() ? flag(sql, arguments, "timezone") : truth_of(values.front()).value_or(false);
}

std::optional<Value> plain_type(const TypeWords& type, const Arguments& arguments) {
  SqlWriter sql(0);
  sql.sql(type.sql);
  if (!knows_keywords(arguments, known_keywords)) sql.spoil();
  if (type.takes == Takes::length) sql.sql(lengths_of(sql, arguments));
  if (type.takes == Takes::precision_and_zone)
    if (const std::string precision = word(sql, arguments, "precision"); !precision.empty()) sql.sql("(" + precision + ")");
  const bool aware = type.name == "TIMESTAMPAware";
  if ((type.takes == Takes::zone || type.takes == Takes::precision_and_zone) && (aware || has_zone(sql, arguments)))
    sql.sql(" WITH TIME ZONE");
  if (const std::string collation = word(sql, arguments, "collation"); !collation.empty())
    sql.sql(" COLLATE " + quote_identifier(collation));
  return sql.is_sound() ? std::optional(record({{"type", sql.result()}})) : std::nullopt;
}

std::optional<Value> array_type(const Arguments& arguments) {
  SqlWriter sql(0);
  const auto values = by_position(arguments);
  const Value* named = given(arguments, "item_type");
  if (!knows_keywords(arguments, known_keywords) || (values.empty() && !named)) return std::nullopt;
  const Value item = values.empty() ? *named : values.front();
  const Value of = member_of(item, "type");
  const std::string dimensions = word(sql, arguments, "dimensions");
  if (!of.is_text() || !sql.is_sound()) return std::nullopt;
  std::string brackets = "[]";
  for (std::size_t i = 1; i < static_cast<std::size_t>(dimensions.empty() ? 1 : dimensions.front() - '0'); ++i) brackets += "[]";
  Value array = record({{"type", text_value(of.plain() + brackets, 0)}});
  if (const Value name = member_of(item, "enum"); name.is_text())
    return record({{"type", member_of(array, "type")}, {"enum", name}, {"labels", member_of(item, "labels")}});
  return array;
}

/// Enum('a', 'b', name='x'), ENUM(…, create_type=False).
std::optional<Value> enum_type(const Arguments& arguments) {
  SqlWriter name(0);
  if (!knows_keywords(arguments,
                      {"name", "schema", "create_type", "create_constraint", "native_enum", "metadata", "inherit_schema",
                       "values_callable", "validate_strings", "length", "omit_aliases", "_create_events", "checkfirst"}))
    return std::nullopt;
  if (!flag(name, arguments, "native_enum", true) || flag(name, arguments, "create_constraint")) return std::nullopt;
  if (const std::string schema = word(name, arguments, "schema"); !schema.empty()) name.sql(quote_identifier(schema) + ".");
  const Value* given_name = given(arguments, "name");
  if (!given_name) return std::nullopt;
  name.name(*given_name);
  const auto values = by_position(arguments);
  const bool are_known = std::all_of(values.begin(), values.end(), [](const Value& one) { return one.is_wholly_known(); });
  const bool is_made = flag(name, arguments, "create_type", true) && !given(arguments, "metadata");
  if (!name.is_sound()) return std::nullopt;
  return record({{"type", name.result()},
                 {"enum", name.result()},
                 {"labels", are_known ? list_value(values) : Value{}},
                 {"made with its table", is_made ? text_value("yes", 0) : Value{}}});
}

}  // namespace

std::optional<Value> schema_type(std::string_view function, const Arguments& arguments) {
  if (function == "Enum" || function == "ENUM") return enum_type(arguments);
  if (function == "ARRAY") return array_type(arguments);
  const auto type = std::find_if(types.begin(), types.end(), [&](const TypeWords& words) { return words.name == function; });
  return type == types.end() ? std::nullopt : plain_type(*type, arguments);
}

Value with_variant(const Value& type, const Arguments& arguments) {
  const auto values = by_position(arguments);
  const bool is_ours = std::any_of(values.begin(), values.end(), [](const Value& one) { return one.plain() == "postgresql"; });
  return is_ours ? values.front() : type;
}

std::optional<Operation> type_operation(std::string_view function, const Value& type, std::size_t site) {
  const Value name = member_of(type, "enum"), labels = member_of(type, "labels");
  if (!name.is_text() || (function != "create" && function != "drop")) return std::nullopt;
  SqlWriter sql(site);
  if (function == "drop") return Operation{sql.sql("DROP TYPE ").text(name).result(), Operation::Kind::guarded};
  sql.sql("CREATE TYPE ").text(name).sql(" AS ENUM (");
  for (std::size_t i = 0; i < labels.items.size(); ++i) sql.sql((i ? ", " : "") + quote_literal(labels.items[i].plain()));
  sql.sql(")");
  if (labels.kind == Value::Kind::list) return Operation{sql.result(), Operation::Kind::guarded};
  return Operation{sql.result(), Operation::Kind::partial, "values of enum " + name.plain(),
                   "they are not known from the script"};
}

}  // namespace pgplumb::scripts
