#include "statements/views.h"

#include <pgplumb/sql/identifier.h>

#include "statements/statements.h"

namespace pgplumb {

namespace {

void declare_columns(Session& session, Symbol* relation, const Node* query, const List* aliases) {
  auto columns = result_columns(session, query);
  if (!columns) return session.make_uncertain(relation);
  const auto names = texts_of(aliases);
  for (std::size_t i = 0; i < columns->size(); ++i) {
    Column column;
    const auto& [name, type] = (*columns)[i];
    column.type = type.value_or(DataType{session.draft().phantom({}, "unknown"), {}, false});
    const std::string_view own_name = i < names.size() ? names[i] : std::string_view(name);
    const Symbol* made = session.draft().declare(Namespace::column, relation, own_name, std::move(column), session.at());
    if (made && !type) session.make_uncertain(made);
  }
}

void report_definition(Session& session, const Symbol* relation, RelationKind kind) {
  const bool is_table = kind == RelationKind::table;
  session.not_compared(
      is_table ? "CREATE TABLE AS" : "view definition",
      is_table ? "its columns count as far as the query plainly says them" : "definitions of views are not compared", -1,
      display_name(*relation));
}

Symbol* declare_relation(Session& session, const RangeVar* target, RelationKind kind) {
  const auto [schema_name, name] = qualified_name(target);
  const Symbol* schema = session.creation_schema(schema_name);
  session.require_free_relation_name(schema, name);
  return session.draft().declare(Namespace::relation, schema, name, Table{kind}, session.at());
}

void fill(Session& session, Symbol* relation, const Node* query, const List* aliases, RelationKind kind) {
  auto needs = relations_read(session, query);
  declare_columns(session, relation, query, aliases);
  if (kind != RelationKind::table) session.set_view_needs(relation, std::move(needs));
  report_definition(session, relation, kind);
}

/// The view that CREATE OR REPLACE replaces, emptied; null when there is none.
Symbol* view_to_replace(Session& session, const ViewStmt* statement) {
  const auto [schema, name] = qualified_name(statement->view);
  Symbol* existing = statement->replace ? session.find_relation(schema, name) : nullptr;
  if (!existing) return nullptr;
  if (session.draft().object<Table>(existing)->relation_kind != RelationKind::view)
    fail(sqlstate::wrong_object_type, quoted_name({}, name) + " is not a view");
  for (const Symbol* column : session.draft().members(existing, Namespace::column)) session.draft().drop(column);
  return existing;
}

}  // namespace

void create_from_query(Session& session, const IntoClause* into, const Node* query, RelationKind kind, bool if_not_exists) {
  const auto [schema, name] = qualified_name(into->rel);
  if (into->rel->relpersistence == 't') {
    session.bystanders().add(Namespace::relation, nullptr, name, {"temporary table", session.at()});
    ++session.statements_without_effect;
    return;
  }
  if (if_not_exists && session.look_up(schema, name)) return;
  fill(session, declare_relation(session, into->rel, kind), query, into->colNames, kind);
}

void read_create_table_as(Session& session, const Node* node) {
  const auto* statement = as<CreateTableAsStmt>(node);
  const RelationKind kind = statement->objtype == OBJECT_MATVIEW ? RelationKind::materialized_view : RelationKind::table;
  create_from_query(session, statement->into, statement->query, kind, statement->if_not_exists);
}

void read_create_view(Session& session, const Node* node) {
  const auto* statement = as<ViewStmt>(node);
  if (statement->view->relpersistence == 't') {
    session.bystanders().add(Namespace::relation, nullptr, qualified_name(statement->view).name,
                             {"temporary table", session.at()});
    ++session.statements_without_effect;
    return;
  }
  Symbol* view = view_to_replace(session, statement);
  if (!view) view = declare_relation(session, statement->view, RelationKind::view);
  fill(session, view, statement->query, statement->aliases, RelationKind::view);
}

}  // namespace pgplumb
