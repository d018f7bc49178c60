// CREATE TABLE in all its forms but AS.
#include <pgplumb/sql/identifier.h>

#include "kinds/ddl.h"
#include "kinds/enum/ddl.h"
#include "kinds/foreign_options.h"
#include "kinds/partition/ddl.h"
#include "kinds/table/heirs.h"
#include "kinds/table/options.h"
#include "kinds/table/toast.h"
#include "statements/inherited_columns.h"
#include "statements/like.h"
#include "statements/partition_refusals.h"
#include "statements/partitions.h"
#include "statements/statements.h"
#include "statements/table_elements.h"
#include "statements/typed_tables.h"

namespace pgplumb {

namespace {

/// An earlier ALTER stated this table in part, but it is created only now: that ALTER had nothing to alter, nor a partition
/// anything to be one of.
void replace_what_was_stated_in_part(Session& session, const Symbol* schema, std::string_view name) {
  const Symbol* partial = session.draft().find(Namespace::relation, schema, name);
  const auto first = session.first_altered.find(partial);
  if (!partial || first == session.first_altered.end() || !session.draft().item(partial)->stated_in_part) return;
  session.altered_too_early.push_back({first->second, partial->text, session.at()});
  for (const Symbol* partition : partitions_below(session.draft(), partial)) session.draft().drop(partition);
  session.draft().drop(partial);
}

void report_clauses(Session& session, const CreateStmt* statement, const Symbol* table) {
  const std::string name = display_name(*table);
  const auto report = [&](bool given, const char* clause, const char* why) {
    if (given) session.not_compared(clause, why, -1, name);
  };
  report(statement->tablespacename, "TABLESPACE", "tablespaces are not compared");
  report(statement->accessMethod, "USING", "access methods of tables are not compared");
  if (statement->accessMethod) session.access_methods.emplace_back(table, statement->accessMethod);
}

/// What the columns come from, found before the table is there: it may bear the same name in another schema.
struct Origins {
  std::vector<const Symbol*> parents;
  std::vector<Like> likes;
};

Origins find_origins(Session& session, const CreateStmt* statement) {
  Origins origins;
  for (const Node* parent : nodes_of(statement->inhRelations))
    origins.parents.push_back(find_parent(session, as<RangeVar>(parent)));
  for (const Node* element : nodes_of(statement->tableElts))
    if (const auto* like = as<TableLikeClause>(element)) origins.likes.push_back(find_like(session, like));
  return origins;
}

/// What CREATE TABLE makes holds for all rows, of which there are none, whatever NOT VALID says of it
/// (transformCheckConstraints() in parser/parse_utilcmd.c). What is a parent's as well is as valid as that.
void hold_from_the_start(Session& session, const Symbol* table) {
  for (const Symbol* constraint : session.draft().members(table, Namespace::constraint)) {
    if (session.draft().object<ForeignKey>(constraint))
      edit<ForeignKey>(session, constraint, [](ForeignKey& key) { key.validated = true; });
    if (session.draft().object<Check>(constraint) && !inherited_check(session.draft(), table, constraint->text))
      edit<Check>(session, constraint, [](Check& check) { check.validated = true; });
  }
}

void define_table(Session& session, const CreateStmt* statement, const Origins& origins, Symbol* table) {
  report_clauses(session, statement, table);
  if (statement->ofTypename) become_table_of(session, table, statement->ofTypename);
  for (const Symbol* parent : origins.parents) inherit_columns(session, table, parent);
  TableElements elements(session, table);
  auto like = origins.likes.begin();
  for (const Node* element : nodes_of(statement->tableElts)) {
    if (const auto* column = as<ColumnDef>(element)) {
      elements.add_column(column);
    } else if (const auto* constraint = as<Constraint>(element)) {
      elements.add_constraint(constraint);
    } else if (as<TableLikeClause>(element)) {
      copy_columns(session, table, *like++);
    }
  }
  for (const Node* constraint : nodes_of(statement->constraints)) elements.add_constraint(as<Constraint>(constraint));
  elements.finish_but_foreign_keys();
  for (const Like& copied : origins.likes) copy_rest(session, table, copied);
  elements.finish_foreign_keys();
  hold_from_the_start(session, table);
  if (!statement->partspec) return;
  const ExpressionField key = read_partition_key(session, table, statement->partspec);
  edit<Table>(session, table, [&](Table& changed) { changed.partition_key = key; });
  refuse_made_on_partitioned(session, table, table->number, false);
}

void create(Session& session, const CreateStmt* statement, RelationKind kind) {
  const std::string_view name = qualified_name(statement->relation).name;
  const Symbol* schema = schema_to_create_in(session, statement->relation);
  replace_what_was_stated_in_part(session, schema, name);
  if (statement->if_not_exists && session.look_up(schema->text, name)) return;
  session.require_free_relation_name(schema, name);
  require_free_type_name(session, schema, name);
  if (statement->partbound) return make_partition(session, schema, statement);
  if (statement->partspec) kind = RelationKind::partitioned_table;
  Table stated{kind, is_unlogged(statement->relation)};
  stated.options = options_text(statement->options);
  const Origins origins = find_origins(session, statement);
  Symbol* table = session.draft().declare(Namespace::relation, schema, name, std::move(stated), session.at());
  if (statement->oncommit == ONCOMMIT_DROP) session.drop_at_commit(table);
  define_table(session, statement, origins, table);
  leave_out_toast_options(session, table);
}

}  // namespace

void read_create_table(Session& session, const Node* node) { create(session, as<CreateStmt>(node), RelationKind::table); }

void read_create_foreign_table(Session& session, const Node* node) {
  const auto* statement = as<CreateForeignTableStmt>(node);
  create(session, &statement->base, RelationKind::foreign_table);
  const auto [schema, name] = qualified_name(statement->base.relation);
  const Symbol* table = session.find_relation(schema, name);
  if (!table) return;
  const ObjectRef server{session.resolve(Namespace::foreign_server, {}, view_of(statement->servername))};
  const Text options = foreign_options_text(statement->options);
  report_hidden_value(session, options, name);
  edit<Table>(session, table, [&](Table& changed) {
    changed.server = server;
    changed.foreign_options = options;
  });
}

}  // namespace pgplumb
