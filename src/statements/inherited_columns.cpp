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

const Symbol* find_parent(Session& session, const RangeVar* named) {
  const auto [schema, name] = qualified_name(named);
  require_parent(session, schema, name);
  return session.relation_to_refer_to(schema, name);
}

void inherit_columns(Session& session, Symbol* table, const Symbol* parent) {
  if (!parent) return session.make_uncertain(table);
  edit<Table>(session, table, [&](Table& changed) { changed.parents.edit().push_back({parent}); });
  for (const Symbol* column : session.draft().members(parent, Namespace::column)) inherit_column(session, column, table);
}

}  // namespace pgplumb
