#include "kinds/table/rows.h"

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

}  // namespace

void read_table_row(Introspection& read, const Row& row) {
  enum { oid, schema, name, kind };
  read.relations[row.oid(oid)] = read.draft.declare(Namespace::relation, read.schemas.at(row.oid(schema)), row.text(name),
                                                    Table{relation_kind(row.letter(kind))}, {});
}

}  // namespace pgplumb
