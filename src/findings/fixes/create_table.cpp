#include "findings/fixes/create_table.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <tuple>
#include <vector>

#include "catalog/references.h"
#include "findings/fixes/alter_column.h"
#include "findings/fixes/alter_foreign.h"
#include "findings/fixes/alter_table.h"
#include "findings/fixes/comment.h"
#include "findings/fixes/owned_sequence.h"
#include "findings/fixes/replace.h"
#include "findings/order/turns.h"
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

/// Whether a table and its columns are there when the fix runs. Of two tables that point at each other, the later one's script
/// has the key.
bool are_there_by_then(const Symbol* table, const std::vector<ColumnRef>& columns, const Case& one) {
  return !one.turns->is_made_later(table, one) && std::none_of(columns.begin(), columns.end(), [&](ColumnRef column) {
    return one.turns->is_made_later(column.symbol, one);
  });
}

bool is_too_early(const Entry& member, const Case& one) {
  const auto* key = std::get_if<ForeignKey>(&member.object);
  return key && !are_there_by_then(key->target.symbol, key->target_columns, one);
}

std::string partition_by_clause(const Table& table) {
  return table.partition_key ? " PARTITION BY " + partition_key_clause(*table.partition_key.tree) : "";
}

/// Whether the catalog has it in its table, under whatever name the table bears there.
bool has_member(const Catalog& actual, const Entry& member) {
  if (actual.find(member.id)) return true;
  if (!member.symbol->parent->has_other_names) return false;
  const auto entries = actual.entries();
  return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
    return entry.id.member == member.id.member && entry.symbol->parent->stands_for == member.symbol->parent;
  });
}

/// Whether the key points at the table, or of a table that is made as well at the column that is missing.
bool points_at(const ForeignKey& key, const Symbol* of, const Entry& made, const Case& one) {
  if (key.target.symbol == made.symbol) return of != made.symbol;
  return one.turns->is_made(of) && std::any_of(key.target_columns.begin(), key.target_columns.end(),
                                               [&](ColumnRef column) { return column.symbol == made.symbol; });
}

/// The foreign keys to the table or column that other tables lack, which are there by then.
std::string keys_to(const Entry& made, const Case& one) {
  const Catalog& actual = one.source(one.actual()).catalog;
  const Symbol* target = made.id.space == Namespace::column ? made.symbol->parent : made.symbol;
  std::string sql;
  for (const Entry* entry : one.dependents_in(teller(one)).naming(target)) {
    const auto* key = std::get_if<ForeignKey>(&entry->object);
    if (!key || !points_at(*key, entry->symbol->parent, made, one) || has_member(actual, *entry)) continue;
    if (are_there_by_then(entry->symbol->parent, key->columns, one) && !is_too_early(*entry, one))
      sql += ";\n" + spelling_of(ForeignKey::kind).create_sql(*entry);
  }
  return sql;
}

/// The partitions of a table or partition, and theirs, with what they have of their own.
std::string partitions_of(const Symbol* relation, const Case& one) {
  const Catalog& catalog = one.source(teller(one)).catalog;
  std::string sql;
  for (const Entry* entry : one.dependents_in(teller(one)).naming(relation)) {
    const auto* partition = std::get_if<Partition>(&entry->object);
    if (!partition || partition->of.symbol != relation) continue;
    sql += ";\n" + spelling_of(Partition::kind).create_sql(*entry) + comment_again(*entry);
    for (const Entry& member : catalog.members(*entry))
      sql += ";\n" + spelling_of(kind_of(member.object)).create_sql(member) + comment_again(member);
    if (partition->partition_key) sql += partitions_of(entry->symbol, one);
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

/// What stands over the column, and over no other that is still to come: with the column it was lost.
std::string parts_over(const Entry& table, const Entry& column, const Entry& there, const Case& one) {
  const Catalog& catalog = one.source(teller(one)).catalog;
  std::string sql;
  for (Entry member : catalog.members(table)) {
    if (member.id.space == Namespace::column || is_too_early(member, one)) continue;
    bool stands_over_it = false, can_be_made = true;
    for_each_reference(member.object, [&](const Symbol* symbol) {
      if (symbol->parent != table.symbol) return;
      stands_over_it |= symbol == column.symbol;
      can_be_made &= !one.turns->is_made_later(symbol, one);
    });
    member.id.schema = there.id.schema;
    member.id.name = there.id.name;
    if (stands_over_it && can_be_made)
      sql += ";\n" + spelling_of(kind_of(member.object)).create_sql(member) + comment_again(member);
  }
  return sql;
}

}  // namespace

std::string add_column_sql(const Case& one) {
  const Catalog& catalog = one.source(teller(one)).catalog;
  const Entry& column = told_whole(one);
  const Entry there = as_there(one, column);
  const Entry* table = catalog.find({Namespace::relation, column.id.schema, column.id.name, {}});
  return alter_table(there.id) + "ADD COLUMN " +
         column_definition(there.id.member, std::get<Column>(column.object), owned_sequence(one, teller(one), column)) +
         storage_statements(column, there.id) + (table ? parts_over(*table, column, there, one) : "") + keys_to(column, one);
}

std::string create_table_sql(const Case& one) {
  const Catalog& catalog = one.source(teller(one)).catalog;
  const Entry& table = told_whole(one);
  const auto& stated = std::get<Table>(table.object);
  if (hides_a_value(stated.foreign_options)) return {};
  std::string lines, after;
  const auto add_line = [&](const std::string& line) { lines += (lines.empty() ? "  " : ",\n  ") + line; };
  for (const Entry* column : declared_order(catalog, catalog.members(table, Namespace::column))) {
    add_line(column_definition(column->id.member, std::get<Column>(column->object), owned_sequence(one, teller(one), *column)));
    after += storage_statements(*column, column->id);
  }
  for (const Entry& member : catalog.members(table))
    if (std::holds_alternative<PrimaryKey>(member.object))
      add_line(primary_key_definition(member));
    else if (member.id.space != Namespace::column && !is_too_early(member, one))
      after += ";\n" + spelling_of(kind_of(member.object)).create_sql(member);
  for (const std::string& clause : table_clauses(made_at_once(stated), stated)) after += ";\n" + alter_table(table.id) + clause;
  return create_words(stated) + quoted_owner(table.id) + " (\n" + lines + "\n)" + inherits_clause(stated) +
         partition_by_clause(stated) + server_clause(stated) +
         (stated.options.empty() ? "" : " WITH (" + stated.options.str() + ")") + after +
         (stated.partition_key ? partitions_of(table.symbol, one) : "") + keys_to(table, one);
}

}  // namespace pgplumb
