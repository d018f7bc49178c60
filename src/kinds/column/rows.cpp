#include "kinds/column/rows.h"

#include "kinds/column/definition.h"
#include "kinds/column/of_view.h"
#include "kinds/column/storage.h"
#include "kinds/foreign_options.h"
#include "kinds/table/heirs.h"
#include "kinds/table/options.h"

namespace pgplumb {

namespace {

/// pg_attribute.attidentity
Identity identity(char letter) {
  switch (letter) {
    case 'a':
      return Identity::always;
    case 'd':
      return Identity::by_default;
    default:
      return Identity::none;
  }
}

}  // namespace

void read_column_row(Introspection& read, const Row& row) {
  enum {
    relation,
    number,
    name,
    type,
    not_null,
    identity_letter,
    generated,
    expression,
    collation,
    storage,
    foreign_options = storage + storage_columns,
    only_inherited,
    collation_schema
  };
  Symbol* table = read.relation(row.oid(relation));
  if (!table) return;
  const bool is_generated = !row.text(generated).empty();
  Column column{.type = read.type(row.text(type)),
                .not_null = row.flag(not_null),
                .identity = identity(row.letter(identity_letter)),
                .collation = read.collation(row.oid(collation_schema), row.text(collation)),
                .storage = storage_from(row, storage),
                .foreign_options = foreign_options_text(row.texts(foreign_options))};
  if (!row.is_null(expression)) {
    ExpressionField& field = is_generated ? column.generated : column.default_value;
    field.tree = read.expression(row.text(expression), is_generated ? table : nullptr);
    if (row.letter(generated) == 'v') field = virtual_generated(field);
  }
  Symbol* symbol = read.draft.declare(Namespace::column, table, row.text(name), std::move(column), {});
  read.add_column(row.oid(relation), row.oid(number), symbol);
  if (row.flag(only_inherited)) note_only_inherited(read.session, symbol, true);
  if (is_view(*read.draft.object<Table>(table))) read.draft.change(symbol, accept_anything_but_name_and_type);
}

void read_owned_sequence_row(Introspection& read, const Row& row) {
  enum { sequence, relation, column };
  const Symbol* owned = read.relation(row.oid(sequence));
  if (!owned) return;
  const Symbol* owner = read.column(row.oid(relation), row.oid(column));
  if (!owner) return read.draft.drop(owned);  // of a partition, or of what an extension owns
  read.draft.change(owned, [&](Draft::Item& item) { std::get<Sequence>(item.object).owned_by = {owner}; });
}

}  // namespace pgplumb
