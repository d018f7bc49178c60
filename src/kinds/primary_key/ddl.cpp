#include "kinds/primary_key/ddl.h"

#include "kinds/partition/own_columns.h"
#include "kinds/unique/ddl.h"

namespace pgplumb {

const Symbol* find_primary_key(Session& session, const Symbol* table) {
  for (const Symbol* constraint : session.draft().members(table, Namespace::constraint))
    if (session.draft().object<PrimaryKey>(constraint)) return constraint;
  return nullptr;
}

const PrimaryKey* primary_key_of(Session& session, const Symbol* table, std::size_t younger_than) {
  const Symbol* key = find_primary_key(session, table);
  return key && key->number > younger_than ? session.draft().object<PrimaryKey>(key) : nullptr;
}

void read_primary_key(Session& session, Symbol* table, Symbol* column, const Node* node) {
  const auto* constraint = as<Constraint>(node);
  const KeyDefinition key = read_key_definition(session, table, column, constraint, "pkey");
  if (const Symbol* existing = find_primary_key(session, table))
    fail(sqlstate::invalid_table_definition, "multiple primary keys for table " + quoted_name({}, table->text) +
                                                 " are not allowed" + created_at(session.draft(), existing));
  require_free_key_name(session, table, key);
  for (const ColumnRef& part : key.columns) make_not_null(session, table, part.symbol);
  session.draft().declare(Namespace::constraint, table, key.name,
                          PrimaryKey{key.columns, constraint->deferrable, constraint->initdeferred, key.options},
                          session.at(constraint->location));
}

}  // namespace pgplumb
