#include "statements/typed_tables.h"

#include "kinds/ddl.h"

namespace pgplumb {

bool declare_attributes(Session& session, Symbol* table, const Symbol* type) {
  const auto* composite = session.draft().object<CompositeType>(type);
  if (!composite) return false;
  const std::vector<TypeAttribute> attributes = composite->attributes;  // declaring moves what it points to
  for (const TypeAttribute& attribute : attributes)
    session.draft().declare(Namespace::column, table, attribute.name.str(),
                            Column{.type = attribute.type, .collation = attribute.collation}, session.at());
  return true;
}

void become_table_of(Session& session, Symbol* table, const TypeName* name) {
  const DataType type = read_column_type(session, name);
  edit<Table>(session, table, [&](Table& changed) { changed.composite_type = type; });
  if (!declare_attributes(session, table, type.name)) session.make_uncertain(table);
}

std::vector<Symbol*> tables_that_follow(Session& session, const RangeVar* relation, DropBehavior behavior) {
  const auto [schema, name] = qualified_name(relation);
  const Symbol* type = session.find_type(schema, name);
  std::vector<Symbol*> tables;
  for (Symbol* dependent : type ? session.draft().dependents(type) : std::vector<Symbol*>()) {
    const auto* table = session.draft().object<Table>(dependent);
    if (table && table->composite_type.name == type) tables.push_back(dependent);
  }
  if (!tables.empty() && behavior != DROP_CASCADE)
    fail(sqlstate::dependent_objects_still_exist,
         "cannot alter type " + quoted_name({}, name) + " because it is the type of a typed table");
  return tables;
}

}  // namespace pgplumb
