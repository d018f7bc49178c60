#include "statements/inherited_columns.h"

#include "kinds/column/ddl.h"
#include "kinds/column/storage.h"
#include "kinds/ddl.h"
#include "kinds/rebind.h"
#include "kinds/table/heirs.h"

namespace pgplumb {

namespace {

/// What INHERITS takes over.
Column inherited(Column column) {
  column.storage = copied_storage(column.storage, true, true);
  column.foreign_options = {};
  column.identity = Identity::none;
  return column;
}

}  // namespace

void inherit_column(Session& session, const Symbol* column, Symbol* heir) {
  Column copy = inherited(*session.draft().object<Column>(column));
  if (Symbol* own = session.draft().find(Namespace::column, heir, column->text)) return merge_column(session, own, copy);
  rebind(copy.generated, {session.draft(), column->parent, heir});
  note_only_inherited(session, session.draft().declare(Namespace::column, heir, column->text, std::move(copy), session.at()),
                      true);
}

void inherit_columns(Session& session, Symbol* table, const RangeVar* parent) {
  const auto [schema, name] = qualified_name(parent);
  require_parent(session, schema, name);
  const Symbol* source = session.relation_to_refer_to(schema, name);
  if (!source) return session.make_uncertain(table);
  edit<Table>(session, table, [&](Table& changed) { changed.parents.push_back({source}); });
  for (const Symbol* column : session.draft().members(source, Namespace::column)) inherit_column(session, column, table);
}

}  // namespace pgplumb
