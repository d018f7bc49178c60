#include "kinds/table/rows.h"

#include <pgplumb/sql/identifier.h>
#include <pgplumb/sql/parse.h>

#include "kinds/foreign_options.h"
#include "kinds/query/read_query.h"
#include "kinds/table/options.h"
#include "kinds/write.h"
#include "sql/nodes.h"

namespace pgplumb {

namespace {

/// pg_class.relkind
RelationKind relation_kind(char letter) {
  switch (letter) {
    case 'p':
      return RelationKind::partitioned_table;
    case 'v':
      return RelationKind::view;
    case 'm':
      return RelationKind::materialized_view;
    case 'f':
      return RelationKind::foreign_table;
    default:
      return RelationKind::table;
  }
}

/// The tree of a query that the server prints; what is not understood equals nothing.
Expression query_tree(Introspection& read, std::string_view text) {
  Expression tree;
  tree.kind = Expression::Kind::opaque;
  tree.text = text;
  ScriptVisitor visitor;
  visitor.statement = [&](const ParsedStatement& parsed) { tree = read_query(read.session, parsed.node->stmt).tree; };
  visitor.problem = [](const SyntaxProblem&) {};
  parse_script(text, visitor);
  return tree;
}

}  // namespace

ReplicaIdentity replica_identity_of(char letter) {
  switch (letter) {
    case 'n':
      return ReplicaIdentity::nothing;
    case 'f':
      return ReplicaIdentity::full;
    case 'i':
      return ReplicaIdentity::index;
    default:
      return ReplicaIdentity::primary_key;
  }
}

void read_table_row(Introspection& read, const Row& row) {
  enum { oid, schema, name, kind, unlogged, row_security, forced, replica, options, composite_type };
  Table table{relation_kind(row.letter(kind)), row.flag(unlogged), row.flag(row_security), row.flag(forced)};
  // Views and foreign tables have none.
  if (!is_view(table) && table.relation_kind != RelationKind::foreign_table)
    table.replica_identity = replica_identity_of(row.letter(replica));
  table.options = options_text(row.texts(options));
  if (!row.is_null(composite_type)) table.composite_type = read.type(row.text(composite_type));
  read.relations[row.oid(oid)] =
      read.draft.declare(Namespace::relation, read.schemas.at(row.oid(schema)), row.text(name), std::move(table), {});
}

void read_view_row(Introspection& read, const Row& row) {
  enum { oid, query };
  const Symbol* view = read.relation(row.oid(oid));
  if (!view) return;
  auto tree = std::make_shared<const Expression>(query_tree(read, row.text(query)));
  read.draft.change(view, [&](Draft::Item& item) {
    std::get<Table>(item.object).definition = {std::move(tree)};
    const bool is_materialized = std::get<Table>(item.object).relation_kind == RelationKind::materialized_view;
    item.notes.edit().written = (is_materialized ? "CREATE MATERIALIZED VIEW " : "CREATE OR REPLACE VIEW ") +
                                quote_qualified(*view) + " AS" + std::string(without_semicolon(row.text(query)));
  });
}

void read_foreign_table_row(Introspection& read, const Row& row) {
  enum { oid, server, options };
  const Symbol* table = read.relation(row.oid(oid));
  if (!table) return;
  const ObjectRef of{read.session.resolve(Namespace::foreign_server, {}, row.text(server))};
  const Text text = foreign_options_text(row.texts(options));
  if (hides_a_value(text))
    read.not_compared.push_back({std::string(hidden_option), std::string(why_hidden), {}, 1, display_name(*table)});
  read.draft.change(table, [&](Draft::Item& item) {
    auto& changed = std::get<Table>(item.object);
    changed.server = of;
    changed.foreign_options = text;
  });
}

void read_inherits_row(Introspection& read, const Row& row) {
  enum { heir, parent };
  const Symbol* table = read.relation(row.oid(heir));
  const Symbol* inherited = read.relation(row.oid(parent));
  if (table && inherited)
    read.draft.change(table, [&](Draft::Item& item) { std::get<Table>(item.object).parents.edit().push_back({inherited}); });
}

}  // namespace pgplumb
