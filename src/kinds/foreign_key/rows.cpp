#include "kinds/foreign_key/rows.h"

namespace pgplumb {

namespace {

/// pg_constraint.confdeltype, confupdtype
ReferentialAction action(char letter) {
  switch (letter) {
    case 'r':
      return ReferentialAction::restrict;
    case 'c':
      return ReferentialAction::cascade;
    case 'n':
      return ReferentialAction::set_null;
    case 'd':
      return ReferentialAction::set_default;
    default:
      return ReferentialAction::no_action;
  }
}

std::vector<ColumnRef> named_columns(Draft& draft, const std::vector<std::string>& names) {
  std::vector<ColumnRef> columns;
  for (const std::string& name : names) columns.push_back({draft.phantom({}, name)});
  return columns;
}

}  // namespace

void read_foreign_key_row(Introspection& read, const Row& row) {
  enum {
    relation,
    name,
    columns,
    target,
    target_columns,
    on_delete,
    on_update,
    match_full,
    deferrable,
    deferred,
    validated,
    set_columns,
    target_schema,
    target_name,
    target_column_names
  };
  const unsigned oid = row.oid(relation);
  const Symbol* table = read.relation(oid);
  if (!table) return;
  ForeignKey key;
  key.columns = read.columns_of(oid, row.integers(columns));
  if (const Symbol* target_table = read.relation(row.oid(target))) {
    key.target = {target_table};
    key.target_columns = read.columns_of(row.oid(target), row.integers(target_columns));
  } else {
    key.target = {read.draft.phantom(row.text(target_schema), row.text(target_name))};
    key.target_columns = named_columns(read.draft, row.texts(target_column_names));
  }
  key.on_delete = action(row.letter(on_delete));
  key.on_update = action(row.letter(on_update));
  key.match_full = row.flag(match_full);
  key.deferrable = row.flag(deferrable);
  key.initially_deferred = row.flag(deferred);
  key.validated = row.flag(validated);
  key.set_columns = read.columns_of(oid, row.integers(set_columns));
  read.draft.declare(Namespace::constraint, table, row.text(name), std::move(key), {});
}

}  // namespace pgplumb
