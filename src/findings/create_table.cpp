#include "findings/create_table.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <tuple>
#include <vector>

#include "kinds/column/definition.h"
#include "kinds/spelling.h"
#include "kinds/write.h"

namespace pgplumb {

namespace {

/// Columns in the order in which they were declared, migration after migration; members come sorted by name.
std::vector<const Entry*> declared_order(const Catalog& catalog, std::span<const Entry> members) {
  const auto place_of = [&](const Position& at) {
    const auto migration = std::find_if(catalog.migrations.begin(), catalog.migrations.end(),
                                        [&](const Migration& one) { return one.file == at.file; });
    return std::make_tuple(migration - catalog.migrations.begin(), at.line, at.column);
  };
  std::vector<const Entry*> order;
  for (const Entry& member : members) order.push_back(&member);
  std::stable_sort(order.begin(), order.end(),
                   [&](const Entry* a, const Entry* b) { return place_of(a->declared_at) < place_of(b->declared_at); });
  return order;
}

ObjectId id_of(const Symbol& table) {
  return {Namespace::relation, table.parent ? std::string_view(table.parent->text) : std::string_view(), table.text, {}};
}

/// Whether the other table is there when this one is made: of those that are missing, findings come in the order of their names.
/// So of two, the later one's script has the foreign key between them.
bool is_made_by_then(const ObjectId& other, const ObjectId& table, const Catalog& actual) {
  const bool is_out_of_sight = !actual.schemas.empty() && !actual.schemas.contains(other.schema);
  return is_out_of_sight || actual.find(other) || std::tie(other.schema, other.name) <= std::tie(table.schema, table.name);
}

bool is_too_early(const Entry& member, const Entry& table, const Catalog& actual) {
  const auto* key = std::get_if<ForeignKey>(&member.object);
  return key && !is_made_by_then(id_of(*key->target.symbol), table.id, actual);
}

/// The foreign keys to the table that other tables lack.
std::string keys_to(const Entry& table, const Catalog& catalog, const Catalog& actual) {
  std::string sql;
  for (const Entry& entry : catalog.entries()) {
    const auto* key = std::get_if<ForeignKey>(&entry.object);
    if (!key || key->target.symbol != table.symbol || entry.symbol->parent == table.symbol) continue;
    if (is_made_by_then(id_of(*entry.symbol->parent), table.id, actual) && !actual.find(entry.id))
      sql += ";\n" + spelling_of(ForeignKey::kind).create_sql(entry);
  }
  return sql;
}

}  // namespace

std::string create_table_sql(const Catalog& catalog, const Entry& table, const Catalog& actual) {
  std::string lines, after;
  const auto add_line = [&](const std::string& line) { lines += (lines.empty() ? "  " : ",\n  ") + line; };
  for (const Entry* column : declared_order(catalog, catalog.members(table, Namespace::column)))
    add_line(column_definition(column->id.member, std::get<Column>(column->object)));
  for (const Entry& member : catalog.members(table)) {
    if (const auto* key = std::get_if<PrimaryKey>(&member.object))
      add_line("CONSTRAINT " + quote_identifier(member.id.member) + " PRIMARY KEY " + quoted_columns(key->columns));
    else if (member.id.space != Namespace::column && !is_too_early(member, table, actual))
      after += ";\n" + spelling_of(kind_of(member.object)).create_sql(member);
  }
  const auto& stated = std::get<Table>(table.object);
  if (stated.row_security) after += ";\n" + alter_table(table.id) + "ENABLE ROW LEVEL SECURITY";
  if (stated.force_row_security) after += ";\n" + alter_table(table.id) + "FORCE ROW LEVEL SECURITY";
  return "CREATE TABLE " + quoted_owner(table.id) + " (\n" + lines + "\n)" + after + keys_to(table, catalog, actual);
}

std::string create_enum_sql(const Catalog& catalog, const Entry& type) {
  std::vector<const Entry*> values;
  for (const Entry& value : catalog.members(type)) values.push_back(&value);
  std::sort(values.begin(), values.end(), [](const Entry* a, const Entry* b) {
    return std::get<EnumValue>(a->object).position < std::get<EnumValue>(b->object).position;
  });
  std::string list;
  for (const Entry* value : values) list += (list.empty() ? "" : ", ") + quote_literal(value->id.member);
  return "CREATE TYPE " + quoted_owner(type.id) + " AS ENUM (" + list + ")";
}

}  // namespace pgplumb
