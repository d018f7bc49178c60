#include "kinds/table/ddl.h"

#include <algorithm>

#include "kinds/foreign_options.h"
#include "kinds/partition/ddl.h"
#include "kinds/table/heirs.h"
#include "kinds/table/options.h"
#include "kinds/table/rows.h"
#include "kinds/table/toast.h"

namespace pgplumb {

namespace {

template <class Change>
void alter(Session& session, const Symbol* table, const char* field, const Change& change) {
  edit_relation(session, table, change);
  session.record(Event::Verb::altered, table, field);
}

}  // namespace

void read_set_options(Session& session, Symbol* table, const Node* node) {
  const auto* command = as<AlterTableCmd>(node);
  const auto* changes = reinterpret_cast<const List*>(command->def);
  alter(session, table, "options", [&](auto& changed) {
    changed.options = changed_options(changed.options, changes, command->subtype == AT_ResetRelOptions);
  });
  leave_out_toast_options(session, table);
}

void read_foreign_table_options(Session& session, Symbol* table, const Node* node) {
  const auto* changes = reinterpret_cast<const List*>(as<AlterTableCmd>(node)->def);
  edit<Table>(session, table,
              [&](Table& changed) { changed.foreign_options = changed_foreign_options(changed.foreign_options, changes); });
  report_hidden_value(session, session.draft().object<Table>(table)->foreign_options, table->text);
  session.record(Event::Verb::altered, table, "foreign_options");
}

void read_set_logged(Session& session, Symbol* table, const Node* node) {
  // What is partitioned has no storage, and stays as it is.
  if (key_of(session.draft(), table)) return;
  const bool unlogged = as<AlterTableCmd>(node)->subtype == AT_SetUnLogged;
  alter(session, table, "unlogged", [&](auto& changed) { changed.unlogged = unlogged; });
}

namespace {

bool inherits_from(const Draft& draft, const Symbol* table, const Symbol* ancestor) {
  const auto* stated = draft.object<Table>(table);
  return table == ancestor || (stated && std::any_of(stated->parents->begin(), stated->parents->end(), [&](RelationRef parent) {
                                 return inherits_from(draft, parent.symbol, ancestor);
                               }));
}

/// The heir has all columns of the parent, of the same types.
void require_columns_of(Session& session, const Symbol* parent, const Symbol* heir) {
  const Draft& draft = session.draft();
  if (inherits_from(draft, parent, heir)) fail(sqlstate::duplicate_table, "circular inheritance not allowed");
  if (!session.is_known(parent) || !session.is_known(heir)) return;
  for (const Symbol* column : draft.members(parent, Namespace::column)) {
    const Symbol* own = draft.find(Namespace::column, heir, column->text);
    if (!own) fail(sqlstate::datatype_mismatch, "child table is missing column " + quoted_name({}, column->text));
    if (!(draft.object<Column>(own)->type == draft.object<Column>(column)->type))
      fail(sqlstate::datatype_mismatch,
           "child table " + quoted_name({}, heir->text) + " has different type for column " + quoted_name({}, column->text));
  }
}

}  // namespace

void read_inherit(Session& session, Symbol* table, const Node* node) {
  const auto* command = as<AlterTableCmd>(node);
  const auto [schema, name] = qualified_name(as<RangeVar>(command->def));
  if (command->subtype == AT_AddInherit) require_parent(session, schema, name);
  const Symbol* parent = session.relation_to_refer_to(schema, name);
  if (!parent) return session.make_uncertain(table);
  if (command->subtype == AT_DropInherit) {
    leave_parent(session, table, parent);
  } else {
    require_columns_of(session, parent, table);
    edit<Table>(session, table, [&](Table& changed) { changed.parents.edit().push_back({parent}); });
  }
  session.record(Event::Verb::altered, table, "parents");
}

void read_of(Session& session, Symbol* table, const Node* node) {
  const auto* command = as<AlterTableCmd>(node);
  const DataType type = command->subtype == AT_AddOf ? read_column_type(session, as<TypeName>(command->def)) : DataType();
  edit<Table>(session, table, [&](Table& changed) { changed.composite_type = type; });
  session.record(Event::Verb::altered, table, "composite_type");
}

namespace {

/// The index of that name. A partition's may be one that it has from above.
MemberRef index_named(Session& session, const Symbol* table, std::string_view name) {
  if (name.empty()) return {};
  if (const Symbol* index = session.draft().find_index(table->parent, name); index && index->parent == table) return {index};
  const bool may_be_there = session.draft().object<Partition>(table) || session.is_uncertain(name) || !session.is_known(table);
  if (!may_be_there)
    fail(sqlstate::undefined_object,
         "index " + quoted_name({}, name) + " for table " + quoted_name({}, table->text) + " does not exist");
  return {session.draft().phantom_member(table, name)};
}

}  // namespace

void read_replica_identity(Session& session, Symbol* table, const Node* node) {
  const auto* statement = as<ReplicaIdentityStmt>(as<AlterTableCmd>(node)->def);
  const MemberRef index = index_named(session, table, view_of(statement->name));
  alter(session, table, "replica_identity", [&](auto& changed) {
    changed.replica_identity = replica_identity_of(statement->identity_type);
    changed.replica_index = index;
  });
}

void follow_replica_index(Session& session, const Symbol* table, const Symbol* index, std::string_view name) {
  edit_relation(session, table, [&](auto& changed) {
    if (changed.replica_index.symbol == index) changed.replica_index.symbol = session.draft().phantom_member(table, name);
  });
}

}  // namespace pgplumb
