#include "kinds/column/rows.h"

#include "kinds/column/definition.h"
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

/// PostgreSQL records of a view's columns the names and types; whether they can be null, and where new values come from, it does
/// not know.
void accept_anything_but_name_and_type(Draft::Item& column) {
  for (const std::string_view field : {"not_null", "default", "identity", "generated", "collation", "storage", "foreign_options"})
    column.notes.edit().accepts.push_back({field, true, {}});
}

}  // namespace

void read_column_row(Introspection& read, const Row& row) {
  enum { relation, number, name, type, not_null, identity_letter, generated, expression, collation, storage, foreign_options };
  Symbol* table = read.relation(row.oid(relation));
  if (!table) return;
  const bool is_generated = !row.text(generated).empty();
  Column column{.type = read.type(row.text(type)),
                .not_null = row.flag(not_null),
                .identity = identity(row.letter(identity_letter)),
                .collation = row.text(collation),
                .storage = options_text(row.texts(storage)),
                .foreign_options = foreign_options_text(row.texts(foreign_options))};
  if (!row.is_null(expression)) {
    ExpressionField& field = is_generated ? column.generated : column.default_value;
    field.tree = read.expression(row.text(expression), is_generated ? table : nullptr);
    if (row.letter(generated) == 'v') field = virtual_generated(field);
  }
  Symbol* symbol = read.draft.declare(Namespace::column, table, row.text(name), std::move(column), {});
  read.add_column(row.oid(relation), row.oid(number), symbol);
  if (is_view(*read.draft.object<Table>(table))) read.draft.change(symbol, accept_anything_but_name_and_type);
}

}  // namespace pgplumb
