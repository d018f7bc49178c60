#include "statements/do_block/catalog_rows/column_rows.h"

#include <algorithm>
#include <array>

#include "catalog/references.h"
#include "statements/do_block/catalog_rows/draft_walk.h"
#include "statements/do_block/evaluator/type_values.h"
#include "statements/words.h"

namespace pgplumb {

namespace {

using Rows = std::vector<CatalogRow>;

/// information_schema names types as the SQL standard does; a precision of 0 is none. That of numbers is of binary digits, but
/// of numeric, whose digits are decimal.
struct StandardType {
  std::string_view internal, name;
  int number_precision = 0;
  bool has_scale = false;
};
constexpr std::array standard_types = {StandardType{"int2", "smallint", 16, true},
                                       StandardType{"int4", "integer", 32, true},
                                       StandardType{"int8", "bigint", 64, true},
                                       StandardType{"float4", "real", 24},
                                       StandardType{"float8", "double precision", 53},
                                       StandardType{"bool", "boolean"},
                                       StandardType{"varchar", "character varying"},
                                       StandardType{"bpchar", "character"},
                                       StandardType{"varbit", "bit varying"},
                                       StandardType{"timestamp", "timestamp without time zone"},
                                       StandardType{"timestamptz", "timestamp with time zone"},
                                       StandardType{"time", "time without time zone"},
                                       StandardType{"timetz", "time with time zone"}};

/// Null where the standard has PostgreSQL's own name.
const StandardType* standard_type(std::string_view internal) {
  const auto found = std::find_if(standard_types.begin(), standard_types.end(),
                                  [&](const StandardType& row) { return row.internal == internal; });
  return found == standard_types.end() ? nullptr : &*found;
}

bool is_built_in(const DataType& type) { return type.name && type.name->parent == pg_catalog() && !type.is_array; }

}  // namespace

std::string standard_name(const DataType& type) {
  if (type.is_array) return "ARRAY";
  if (!is_built_in(type)) return "USER-DEFINED";
  const StandardType* standard = standard_type(type.name->text);
  return std::string(standard ? standard->name : std::string_view(type.name->text));
}

namespace {

Value number_or_null(int number) { return number == 0 ? Value::null() : Value::of(std::to_string(number)); }

/// NULL of a type that has no length.
Value length_of(std::string_view type, const std::string& modifiers) {
  const bool has_length = is_one_of(type, {"varchar", "bpchar", "bit", "varbit"});
  return has_length && !modifiers.empty() ? Value::of(modifiers) : Value::null();
}

/// Of fractions of a second; NULL of a type that has none.
Value second_digits(std::string_view type, const std::string& modifiers) {
  if (type == "date") return Value::of(std::string("0"));
  if (!is_one_of(type, {"timestamp", "timestamptz", "time", "timetz", "interval"})) return Value::null();
  if (modifiers.empty()) return Value::of(std::string("6"));
  return modifiers.size() == 1 ? Value::of(modifiers) : Value::unknown();  // those of "day to second(3)" are not looked for
}

/// Precision and scale as `numeric(12,2)` has them.
void append_number_digits(std::string_view type, const std::string& modifiers, CatalogRow& row) {
  const StandardType* standard = standard_type(type);
  Value precision = number_or_null(standard ? standard->number_precision : 0);
  Value scale = standard && standard->has_scale ? Value::of(std::string("0")) : Value::null();
  const auto comma = modifiers.find(',');
  if (type == "numeric" && comma != std::string::npos) {
    precision = Value::of(modifiers.substr(0, comma));
    scale = Value::of(modifiers.substr(comma + 1));
  }
  row.columns.emplace_back("numeric_precision", precision);
  row.columns.emplace_back("numeric_scale", scale);
}

/// The type that a domain is over, which information_schema shows in its place.
DataType without_domains(Session& session, DataType type) {
  for (int depth = 0; depth < 100 && !type.is_array; ++depth) {
    const auto* domain = session.draft().object<Domain>(type.name);
    if (!domain) break;
    type = domain->type;
  }
  return type;
}

bool refuses_null(Session& session, const Column& column) {
  const auto* domain = column.type.is_array ? nullptr : session.draft().object<Domain>(column.type.name);
  return column.not_null || (domain && domain->not_null);
}

/// Of a type that nothing here makes, which may be an extension's, it is left out.
void append_schema_of(Session& session, const DataType& type, CatalogRow& row) {
  const bool is_told = type.name && type.name->parent && (type.name->parent == pg_catalog() || session.draft().item(type.name));
  if (is_told) row.columns.emplace_back("udt_schema", Value(type.name->parent->text));
}

/// Of a type that nothing here makes, which may be an extension's domain over one that has them, they are left out.
void append_digits(Session& session, const DataType& type, CatalogRow& row) {
  const bool is_own = type.is_array || session.draft().item(type.name);
  if (!is_built_in(type) && !is_own) return;
  const std::string_view name = is_own ? std::string_view() : std::string_view(type.name->text);
  const std::string modifiers = type.modifiers.str();
  row.columns.emplace_back("character_maximum_length", length_of(name, modifiers));
  row.columns.emplace_back("datetime_precision", second_digits(name, modifiers));
  append_number_digits(name, modifiers, row);
}

void append_constraint_columns(Session& session, const Symbol* constraint, const std::vector<const Symbol*>& columns,
                               Rows& rows) {
  const std::string& schema = constraint->parent->parent->text;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Symbol* table = columns[i]->parent;
    if (!table || !table->parent || !session.draft().object<Column>(columns[i])) continue;
    rows.push_back({{{"constraint_schema", schema},
                     {"constraint_name", constraint->text},
                     {"table_schema", table->parent->text},
                     {"table_name", table->text},
                     {"column_name", columns[i]->text},
                     {"ordinal_position", std::to_string(i + 1)}},
                    constraint});
  }
}

std::vector<const Symbol*> symbols_of(const std::vector<ColumnRef>& columns) {
  std::vector<const Symbol*> symbols;
  for (const ColumnRef& column : columns) symbols.push_back(column.symbol);
  return symbols;
}

bool is_constraint(const Unique& unique) { return unique.form == UniqueForm::constraint; }

/// Of what is no primary key and no unique constraint, none.
std::vector<const Symbol*> unique_columns(Session& session, const Symbol* member) {
  if (const auto* primary = session.draft().object<PrimaryKey>(member)) return symbols_of(primary->columns);
  const auto* unique = session.draft().object<Unique>(member);
  return unique && is_constraint(*unique) ? symbols_of(unique->columns) : std::vector<const Symbol*>();
}

std::vector<const Symbol*> columns_in(const Check& check) {
  std::vector<const Symbol*> columns;
  for_each_reference(Object(check), [&](const Symbol* symbol) {
    if (std::find(columns.begin(), columns.end(), symbol) == columns.end()) columns.push_back(symbol);
  });
  return columns;
}

}  // namespace

void append_column_properties(Session& session, const Column& column, CatalogRow& row) {
  const DataType type = without_domains(session, column.type);
  const bool is_identity = column.identity == Identity::always || column.identity == Identity::by_default;
  const bool has_default = column.default_value || column.identity == Identity::serial;
  constexpr std::size_t properties = 16;
  row.columns.reserve(row.columns.size() + properties);  // loops over the catalogs read many rows, most of them in vain
  const auto add = [&](std::string_view name, Value value) { row.columns.emplace_back(name, std::move(value)); };
  add("atttypid", type_value(session, column.type));
  add("atttypmod", Value::not_null());
  add("attnotnull", flag(column.not_null));
  add("atthasdef", flag(has_default || column.generated));
  add("attgenerated", column.generated ? "s" : "");
  add("column_default", has_default ? Value::not_null() : Value::null());  // the server prints it in a way of its own
  add("is_nullable", refuses_null(session, column) ? "NO" : "YES");
  add("data_type", standard_name(type));
  add("udt_name", (type.is_array ? "_" : "") + type.name->text);
  add("is_identity", is_identity ? "YES" : "NO");
  add("is_generated", column.generated ? "ALWAYS" : "NEVER");
  append_schema_of(session, type, row);
  append_digits(session, type, row);
}

std::vector<const Symbol*> columns_of_constraint(Session& session, const Symbol* constraint) {
  if (const auto* key = session.draft().object<ForeignKey>(constraint)) return symbols_of(key->columns);
  if (const auto* check = session.draft().object<Check>(constraint)) return columns_in(*check);
  return unique_columns(session, constraint);
}

Rows key_columns(Session& session) {
  Rows rows;
  for_each_member(session, Namespace::relation, [&](const Symbol*, const Symbol* member) {
    append_constraint_columns(session, member, unique_columns(session, member), rows);
    if (const auto* key = session.draft().object<ForeignKey>(member))
      append_constraint_columns(session, member, symbols_of(key->columns), rows);
  });
  return rows;
}

Rows constrained_columns(Session& session) {
  Rows rows;
  for_each_member(session, Namespace::relation, [&](const Symbol*, const Symbol* member) {
    append_constraint_columns(session, member, unique_columns(session, member), rows);
    if (const auto* key = session.draft().object<ForeignKey>(member))
      append_constraint_columns(session, member, symbols_of(key->target_columns), rows);
    if (const auto* check = session.draft().object<Check>(member))
      append_constraint_columns(session, member, columns_in(*check), rows);
  });
  return rows;
}

}  // namespace pgplumb
