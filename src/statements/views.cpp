#include "statements/views.h"

#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <set>

#include "catalog/declared.h"
#include "kinds/column/of_view.h"
#include "kinds/ddl.h"
#include "kinds/query/read_query.h"
#include "kinds/table/options.h"
#include "kinds/table/toast.h"
#include "sql/canonical/type_of.h"
#include "statements/collation_of_made.h"
#include "statements/statements.h"
#include "statements/temporary.h"

namespace pgplumb {

namespace {

/// Of the column with that number; null where the query has parts that have outputs of their own.
const Expression* output_of(const Query& query, std::size_t i) {
  const Expression& tree = query.tree;
  const bool is_plain = tree.text == "select" && tree.args.front().args.size() == query.columns.size();
  return is_plain ? &tree.args.front().args[i] : nullptr;
}

/// What is made of a query, where that does not tell it. Of a view's columns the query itself is compared.
void leave_open(Session& session, const Symbol* relation, const Query& query) {
  const RelationKind kind = session.draft().object<Table>(relation)->relation_kind;
  const auto name = [&](std::string why) {
    const std::string what = kind == RelationKind::table ? "CREATE TABLE AS" : show_value(kind);
    session.not_compared(what, std::move(why), -1, display_name(*relation));
  };
  if (!query.columns_known) return name("which columns its query gives cannot be told");
  if (kind != RelationKind::table) return;
  const bool has_collations = mentions_collation(session.draft(), query.tree);
  std::string types, collations;
  std::size_t i = 0;
  for (const Symbol* made : session.draft().members(relation, Namespace::column)) {
    const bool is_known = session.is_known(made);
    const DataType type = session.draft().object<Column>(made)->type;
    const bool is_collated = is_known && has_collations && is_collatable(type);
    const Expression* output = output_of(query, i++);
    if (!is_known) types += (types.empty() ? "" : ", ") + made->text;
    if (!is_collated) continue;
    if (const auto collation = output ? collation_of_made(session.draft(), *output) : std::nullopt) {
      edit<Column>(session, made, [&](Column& column) { column.collation = *collation; });
      continue;
    }
    collations += (collations.empty() ? "" : ", ") + made->text;
    accept_any(session.draft(), made, "collation");
  }
  if (!types.empty()) name("its query does not plainly tell the type of " + types);
  if (!collations.empty()) name("its query does not plainly tell the collation of " + collations);
}

void declare_columns(Session& session, Symbol* relation, const Query& query, const List* aliases) {
  if (!query.columns_known) return session.make_uncertain(relation);
  const auto names = texts_of(aliases);
  const bool is_of_view = is_view(*session.draft().object<Table>(relation));
  std::set<std::string_view> own_names;
  for (std::size_t i = 0; i < query.columns.size(); ++i) {
    Column column;
    const auto& [name, type] = query.columns[i];
    column.type = type.value_or(DataType{session.draft().phantom({}, "unknown"), {}, false});
    const std::string_view own_name = i < names.size() ? names[i] : std::string_view(name);
    const bool is_first = own_names.insert(own_name).second;
    if (!is_first && own_name == "?column?") return session.make_uncertain(relation);  // it may be called otherwise after all
    if (!is_first) fail(sqlstate::duplicate_column, "column " + quoted_name({}, own_name) + " specified more than once");
    const Symbol* made = session.draft().declare(Namespace::column, relation, own_name, std::move(column), session.at());
    if (made && !type) session.make_uncertain(made);
    if (made && is_of_view) session.draft().change(made, accept_anything_but_name_and_type);
  }
}

Symbol* declare_relation(Session& session, const Symbol* schema, const RangeVar* target, RelationKind kind) {
  const std::string_view name = qualified_name(target).name;
  session.require_free_relation_name(schema, name);
  return session.draft().declare(Namespace::relation, schema, name, Table{kind, is_unlogged(target)}, session.at());
}

void fill(Session& session, Symbol* relation, Query read, const List* aliases, Text options) {
  declare_columns(session, relation, read, aliases);
  const bool is_table = !is_view(*session.draft().object<Table>(relation));
  leave_open(session, relation, read);
  session.draft().change(relation, [&](Draft::Item& item) {
    auto& table = std::get<Table>(item.object);
    table.options = options;
    if (is_table) return;
    table.definition.tree = std::make_shared<const Expression>(std::move(read.tree));
    if (session.place().statement) item.notes.edit().written = session.place().statement->text;
  });
}

/// The view that CREATE OR REPLACE replaces, emptied; null when there is none.
Symbol* view_to_replace(Session& session, const Symbol* schema, const ViewStmt* statement) {
  if (!statement->replace) return nullptr;
  const std::string_view name = qualified_name(statement->view).name;
  // One behind in the search_path is none that this makes.
  Symbol* existing = session.draft().find(Namespace::relation, schema, name);
  if (!existing) return nullptr;
  if (session.draft().object<Table>(existing)->relation_kind != RelationKind::view)
    fail(sqlstate::wrong_object_type, quoted_name({}, name) + " is not a view");
  return existing;
}

void require_type_of(Session& session, const Symbol* column, const std::optional<DataType>& type) {
  const DataType& before = session.draft().object<Column>(column)->type;
  if (type && session.is_known(column) && !(before == *type))
    fail(sqlstate::invalid_table_definition, "cannot change data type of view column " + quoted_name({}, column->text) +
                                                 " from " + display_type(before) + " to " + display_type(*type));
}

/// What else reads the view holds on to its columns: those that stay keep their symbols.
void replace_columns(Session& session, Symbol* view, const Query& query, const ViewStmt* statement) {
  const auto before = session.draft().members(view, Namespace::column);
  const auto names = texts_of(statement->aliases);
  const bool same_names = query.columns_known && query.columns.size() >= before.size();
  for (std::size_t i = 0; i < before.size(); ++i) {
    const std::string_view name = !same_names        ? std::string_view()
                                  : i < names.size() ? names[i]
                                                     : std::string_view(query.columns[i].name);
    if (same_names && before[i]->text != name)
      fail(sqlstate::invalid_table_definition, "cannot change name of view column " + quoted_name({}, before[i]->text) + " to " +
                                                   quoted_name({}, name) + created_at(session.draft(), view));
  }
  for (std::size_t i = 0; same_names && i < before.size(); ++i) require_type_of(session, before[i], query.columns[i].type);
  if (query.columns_known && query.columns.size() < before.size())
    fail(sqlstate::invalid_table_definition, "cannot drop columns from view" + created_at(session.draft(), view));
}

}  // namespace

void create_from_query(Session& session, const IntoClause* into, const Node* query, RelationKind kind, bool if_not_exists) {
  const Symbol* schema = schema_to_create_in(session, into->rel);
  if (if_not_exists && session.look_up(schema->text, qualified_name(into->rel).name)) return;
  if (kind == RelationKind::materialized_view && reads_temporary(session, query))
    fail(sqlstate::feature_not_supported, "materialized views must not use temporary tables or views");
  // What it reads may bear the name that a temporary table gets.
  Query read = read_query(session, query);
  Symbol* made = declare_relation(session, schema, into->rel, kind);
  if (into->onCommit == ONCOMMIT_DROP) session.drop_at_commit(made);
  fill(session, made, std::move(read), into->colNames, options_text(into->options));
  leave_out_toast_options(session, made);
}

void read_create_table_as(Session& session, const Node* node) {
  const auto* statement = as<CreateTableAsStmt>(node);
  const RelationKind kind = statement->objtype == OBJECT_MATVIEW ? RelationKind::materialized_view : RelationKind::table;
  create_from_query(session, statement->into, statement->query, kind, statement->if_not_exists);
}

void read_create_view(Session& session, const Node* node) {
  const auto* statement = as<ViewStmt>(node);
  const bool is_temporary = reads_temporary(session, statement->query);
  const Symbol* schema = is_temporary ? session.temporary_schema() : schema_to_create_in(session, statement->view);
  Symbol* view = view_to_replace(session, schema, statement);
  Query read = read_query(session, statement->query);
  if (view)
    replace_columns(session, view, read, statement);
  else
    view = declare_relation(session, schema, statement->view, RelationKind::view);
  fill(session, view, std::move(read), statement->aliases, view_options(statement));
}

}  // namespace pgplumb
