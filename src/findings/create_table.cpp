#include "findings/create_table.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <tuple>
#include <vector>

#include "catalog/references.h"
#include "findings/alter_column.h"
#include "findings/alter_foreign.h"
#include "findings/alter_table.h"
#include "findings/comment.h"
#include "findings/owned_sequence.h"
#include "kinds/column/definition.h"
#include "kinds/foreign_options.h"
#include "kinds/partition/write.h"
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
  const auto& stated = std::get<Column>(column.object);
  for (const std::string& clause : storage_clauses({}, stated.storage)) sql += ";\n" + alter_column(id) + clause;
  const std::string options = change_column_options(id, {}, stated.foreign_options).text;
  return options.empty() ? sql : sql + ";\n" + options;
}

std::string inherits_clause(const Table& table) {
  std::string parents;
  for (const RelationRef& parent : *table.parents) parents += (parents.empty() ? "" : ", ") + quote_qualified(*parent.symbol);
  return parents.empty() ? "" : " INHERITS (" + parents + ")";
}

/// What CREATE TABLE makes of it by itself.
Table made_at_once(const Table& stated) {
  Table made;
  made.unlogged = stated.unlogged;
  made.options = stated.options;
  made.parents = stated.parents;
  return made;
}

ObjectId id_of(const Symbol& table) {
  return {Namespace::relation, table.parent ? std::string_view(table.parent->text) : std::string_view(), table.text, {}};
}

/// Of what is missing, tables or columns, findings come in the order of the tables' names. So of two, the later one's script has
/// the foreign key between them.
bool is_before(const ObjectId& other, const ObjectId& table) {
  return std::tie(other.schema, other.name) <= std::tie(table.schema, table.name);
}

/// Whether the other table is there when this one is made.
bool is_made_by_then(const ObjectId& other, const ObjectId& table, const Catalog& actual) {
  const bool is_out_of_sight = !actual.schemas.empty() && !actual.schemas.contains(other.schema);
  return is_out_of_sight || actual.find(other) || is_before(other, table);
}

bool has_columns(const Catalog& actual, const ObjectId& table, const std::vector<ColumnRef>& columns) {
  return std::all_of(columns.begin(), columns.end(), [&](ColumnRef column) {
    return !actual.find(table) || actual.find({Namespace::column, table.schema, table.name, column.symbol->text});
  });
}

bool is_too_early(const Entry& member, const Entry& table, const Catalog& actual) {
  const auto* key = std::get_if<ForeignKey>(&member.object);
  return key && !is_made_by_then(id_of(*key->target.symbol), table.id, actual);
}

std::string partition_by_clause(const Table& table) {
  return table.partition_key ? " PARTITION BY " + partition_key_clause(*table.partition_key.tree) : "";
}

/// The foreign keys to the table that other tables lack.
std::string keys_to(const Entry& table, const Catalog& catalog, const Catalog& actual) {
  std::string sql;
  for (const Entry& entry : catalog.entries()) {
    const auto* key = std::get_if<ForeignKey>(&entry.object);
    if (!key || key->target.symbol != table.symbol || entry.symbol->parent == table.symbol) continue;
    const ObjectId owner = id_of(*entry.symbol->parent);
    const bool is_there =
        has_columns(actual, owner, key->columns) ? is_made_by_then(owner, table.id, actual) : is_before(owner, table.id);
    if (is_there && !actual.find(entry.id)) sql += ";\n" + spelling_of(ForeignKey::kind).create_sql(entry);
  }
  return sql;
}

/// The partitions of a table or partition, and theirs, with what they have of their own.
std::string partitions_of(const Symbol* relation, const Catalog& catalog) {
  std::string sql;
  for (const Entry& entry : catalog.entries()) {
    const auto* partition = std::get_if<Partition>(&entry.object);
    if (!partition || partition->of.symbol != relation) continue;
    sql += ";\n" + spelling_of(Partition::kind).create_sql(entry) + comment_again(entry);
    for (const Entry& member : catalog.members(entry))
      sql += ";\n" + spelling_of(kind_of(member.object)).create_sql(member) + comment_again(member);
    sql += partitions_of(entry.symbol, catalog);
  }
  return sql;
}

std::string server_clause(const Table& table) {
  return table.server ? " SERVER " + quote_identifier(table.server.symbol->text) + options_clause(table.foreign_options) : "";
}

std::string create_words(const Table& table) {
  if (table.relation_kind == RelationKind::foreign_table) return "CREATE FOREIGN TABLE ";
  return table.unlogged ? "CREATE UNLOGGED TABLE " : "CREATE TABLE ";
}

/// Whether the column was there before the other, in the source that made both.
bool is_older(const Symbol* column, const Symbol* than) { return column->number < than->number; }

/// What stands over the column, and over no other that is still to come: with the column it was lost.
std::string parts_over(const Catalog& catalog, const Entry& table, const Entry& column, const Entry& there,
                       const Catalog& actual) {
  std::string sql;
  const auto is_there = [&](const Symbol* other) {
    return actual.find({Namespace::column, there.id.schema, there.id.name, other->text}) != nullptr;
  };
  for (Entry member : catalog.members(table)) {
    if (member.id.space == Namespace::column || is_too_early(member, table, actual)) continue;
    bool stands_over_it = false, can_be_made = true;
    for_each_reference(member.object, [&](const Symbol* symbol) {
      if (symbol->parent != table.symbol) return;
      stands_over_it |= symbol == column.symbol;
      can_be_made &= symbol == column.symbol || is_there(symbol) || is_older(symbol, column.symbol);
    });
    member.id.schema = there.id.schema;
    member.id.name = there.id.name;
    if (stands_over_it && can_be_made)
      sql += ";\n" + spelling_of(kind_of(member.object)).create_sql(member) + comment_again(member);
  }
  return sql;
}

}  // namespace

std::string add_column_sql(const Catalog& catalog, const Entry& there, const Entry& column, const Catalog& actual) {
  const Entry* table = catalog.find({Namespace::relation, column.id.schema, column.id.name, {}});
  return alter_table(there.id) + "ADD COLUMN " +
         column_definition(there.id.member, std::get<Column>(column.object), owned_sequence(catalog, column)) +
         storage_statements(column, there.id) + (table ? parts_over(catalog, *table, column, there, actual) : "");
}

std::string create_table_sql(const Catalog& catalog, const Entry& table, const Catalog& actual) {
  const auto& stated = std::get<Table>(table.object);
  if (hides_a_value(stated.foreign_options)) return {};
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
  return create_words(stated) + quoted_owner(table.id) + " (\n" + lines + "\n)" + inherits_clause(stated) +
         partition_by_clause(stated) + server_clause(stated) +
         (stated.options.empty() ? "" : " WITH (" + stated.options.str() + ")") + after + partitions_of(table.symbol, catalog) +
         keys_to(table, catalog, actual);
}

}  // namespace pgplumb
