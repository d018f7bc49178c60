#include "findings/create_table.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <tuple>
#include <vector>

#include "findings/alter_column.h"
#include "findings/alter_table.h"
#include "findings/owned_sequence.h"
#include "kinds/column/definition.h"
#include "kinds/primary_key/write.h"
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

std::string storage_statements(const Entry& column, const ObjectId& id) {
  std::string sql;
  for (const std::string& clause : storage_clauses({}, std::get<Column>(column.object).storage))
    sql += ";\n" + alter_column(id) + clause;
  return sql;
}

std::string inherits_clause(const Table& table) {
  std::string parents;
  for (const RelationRef& parent : table.parents) parents += (parents.empty() ? "" : ", ") + quote_qualified(*parent.symbol);
  return parents.empty() ? "" : " INHERITS (" + parents + ")";
}

/// What CREATE TABLE makes of it by itself.
Table made_at_once(const Table& stated) {
  Table made;
  made.unlogged = stated.unlogged;
  made.options = stated.options;
  return made;
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

std::string add_column_sql(const Catalog& catalog, const Entry& there, const Entry& column) {
  return alter_table(there.id) + "ADD COLUMN " +
         column_definition(there.id.member, std::get<Column>(column.object), owned_sequence(catalog, column)) +
         storage_statements(column, there.id);
}

std::string create_table_sql(const Catalog& catalog, const Entry& table, const Catalog& actual) {
  const auto& stated = std::get<Table>(table.object);
  std::string lines, after;
  const auto add_line = [&](const std::string& line) { lines += (lines.empty() ? "  " : ",\n  ") + line; };
  for (const Entry* column : declared_order(catalog, catalog.members(table, Namespace::column))) {
    add_line(column_definition(column->id.member, std::get<Column>(column->object), owned_sequence(catalog, *column)));
    after += storage_statements(*column, column->id);
  }
  for (const Entry& member : catalog.members(table))
    if (std::holds_alternative<PrimaryKey>(member.object))
      add_line(primary_key_definition(member));
    else if (member.id.space != Namespace::column && !is_too_early(member, table, actual))
      after += ";\n" + spelling_of(kind_of(member.object)).create_sql(member);
  for (const std::string& clause : table_clauses(made_at_once(stated), stated)) after += ";\n" + alter_table(table.id) + clause;
  return std::string("CREATE ") + (stated.unlogged ? "UNLOGGED " : "") + "TABLE " + quoted_owner(table.id) + " (\n" + lines +
         "\n)" + inherits_clause(stated) + (stated.options.empty() ? "" : " WITH (" + stated.options.str() + ")") + after +
         keys_to(table, catalog, actual);
}

}  // namespace pgplumb
