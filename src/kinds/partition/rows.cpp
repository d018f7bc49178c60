#include "kinds/partition/rows.h"

#include <pgplumb/sql/identifier.h>
#include <pgplumb/sql/parse.h>

#include "kinds/column/storage.h"
#include "kinds/partition/ddl.h"
#include "kinds/partition/inherited.h"
#include "kinds/partition/own_columns.h"
#include "kinds/table/options.h"
#include "kinds/table/rows.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

/// Calls `visit` with the CREATE TABLE that these clauses end.
template <class Visit>
void with_create_table(const std::string& clauses, const Visit& visit) {
  ScriptVisitor visitor;
  visitor.statement = [&](const ParsedStatement& parsed) { visit(as<CreateStmt>(parsed.node->stmt)); };
  visitor.problem = [](const SyntaxProblem&) {};
  parse_script("CREATE TABLE t " + clauses, visitor);
}

}  // namespace

void read_partitioned_table_row(Introspection& read, const Row& row) {
  enum { relation, key };
  const Symbol* table = read.relation(row.oid(relation));
  if (!table) return;
  with_create_table("() PARTITION BY " + std::string(row.text(key)), [&](const CreateStmt* statement) {
    const ExpressionField field = read_partition_key(read.session, table, statement->partspec);
    read.draft.change(table, [&](Draft::Item& item) { std::get<Table>(item.object).partition_key = field; });
  });
}

void read_partition_row(Introspection& read, const Row& row) {
  enum { oid, schema, name, bound, key, above, unlogged, row_security, forced, replica, options };
  const Symbol* parent = read.relation(row.oid(above));
  const Symbol* home = read.draft.find(Namespace::schema, nullptr, row.text(schema));
  if (!parent || !home) return;  // in a schema that is not read, or below what is in one
  std::string clauses = "PARTITION OF t " + std::string(row.text(bound));
  if (!row.is_null(key)) clauses += " PARTITION BY " + std::string(row.text(key));
  with_create_table(clauses, [&](const CreateStmt* statement) {
    Symbol* made = declare_partition(read.session, {parent, key_of(read.draft, parent)}, home, row.text(name),
                                     statement->partbound, statement->partspec);
    read.relations[row.oid(oid)] = made;
    read.draft.change(made, [&](Draft::Item& item) {
      auto& partition = std::get<Partition>(item.object);
      partition.unlogged = row.flag(unlogged);
      partition.row_security = row.flag(row_security);
      partition.force_row_security = row.flag(forced);
      partition.replica_identity = replica_identity_of(row.letter(replica));
      partition.options = options_text(row.texts(options));
    });
  });
}

void read_partition_column_row(Introspection& read, const Row& row) {
  enum { relation, name, statement };
  if (const Symbol* partition = read.relation(row.oid(relation)))
    read.run(row.text(statement), "column of a partition", partition->text + "." + std::string(row.text(name)));
}

void read_partition_storage_row(Introspection& read, const Row& row) {
  enum { relation, name, storage };
  const Symbol* partition = read.relation(row.oid(relation));
  if (!partition) return;
  if (const Symbol* column = read.draft.find(Namespace::column, root_of(read.draft, partition), row.text(name)))
    set_storage(read.session, partition, column, storage_from(row, storage));
}

void read_partition_name_row(Introspection& read, const Row& row) {
  enum { relation, relation_above, what, above, name };
  const Symbol* partition = read.relation(row.oid(relation));
  const Symbol* table = read.relation(row.oid(relation_above));
  if (!partition || !table) return;
  const Symbol* of = row.text(what) == "index" ? read.draft.find_index(table->parent, row.text(above))
                                               : read.draft.find(Namespace::constraint, table, row.text(above));
  if (of) note_inherited_name(read.session, partition, of, row.text(name));
}

void read_partition_part_row(Introspection& read, const Row& row) {
  enum { relation, name, statement, valid };
  const Symbol* partition = read.relation(row.oid(relation));
  if (!partition) return;
  if (row.is_null(statement)) return read.draft.change(partition, [](Draft::Item& item) { item.uncertain = true; });
  read.run(row.text(statement), "part of a partition", partition->text + "." + std::string(row.text(name)));
  const Symbol* index = read.draft.find_index(partition->parent, row.text(name));
  // PostgreSQL prints ON ONLY of every index of what is partitioned.
  if (index && !row.is_null(valid))
    read.draft.change(index, [&](Draft::Item& item) { item.notes.edit().lacks_partitions = !row.flag(valid); });
}

}  // namespace pgplumb
