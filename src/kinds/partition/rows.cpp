#include "kinds/partition/rows.h"

#include <pgplumb/sql/identifier.h>
#include <pgplumb/sql/parse.h>

#include "kinds/partition/ddl.h"
#include "kinds/partition/own_parts.h"
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
  enum { root, schema, name, bound, key, parent_schema, parent };
  const Symbol* table = read.relation(row.oid(root));
  if (!table) return;
  const std::string of = quote_identifier(row.text(parent_schema)) + "." + quote_identifier(row.text(parent));
  std::string clauses = "PARTITION OF " + of + " " + std::string(row.text(bound));
  if (!row.is_null(key)) clauses += " PARTITION BY " + std::string(row.text(key));
  with_create_table(clauses, [&](const CreateStmt* statement) {
    const auto* relation = as<RangeVar>(nodes_of(statement->inhRelations).front());
    const Symbol* home = read.draft.find(Namespace::schema, nullptr, row.text(schema));
    declare_partition(read.session, find_partition_parent(read.session, relation), home, row.text(name), statement->partbound,
                      statement->partspec);
  });
}

void read_partition_part_row(Introspection& read, const Row& row) {
  enum { schema, partition, name, statement };
  if (!row.is_null(statement)) {
    const std::string full_name = std::string(row.text(partition)) + "." + std::string(row.text(name));
    return static_cast<void>(read.run(row.text(statement), "part of a partition", full_name));
  }
  const FoundRelation found = read.session.look_up(row.text(schema), row.text(partition));
  if (const Symbol* locked = partition_of(read.session, found))
    read.draft.change(locked, [](Draft::Item& item) { item.uncertain = true; });
}

}  // namespace pgplumb
