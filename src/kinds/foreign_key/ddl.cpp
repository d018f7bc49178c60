#include "kinds/foreign_key/ddl.h"

#include <algorithm>

#include "kinds/column/casts.h"
#include "kinds/default_names.h"
#include "kinds/primary_key/ddl.h"

namespace pgplumb {

namespace {

ReferentialAction read_action(char letter) {
  switch (letter) {
    case FKCONSTR_ACTION_RESTRICT:
      return ReferentialAction::restrict;
    case FKCONSTR_ACTION_CASCADE:
      return ReferentialAction::cascade;
    case FKCONSTR_ACTION_SETNULL:
      return ReferentialAction::set_null;
    case FKCONSTR_ACTION_SETDEFAULT:
      return ReferentialAction::set_default;
    default:
      return ReferentialAction::no_action;
  }
}

/// A partition's keys are its table's, and its own.
void refer_to_partition(Session& session, ForeignKey& key, Symbol* partition, const Constraint* constraint) {
  key.target.symbol = partition;
  key.target_columns = columns_named(session, partition, constraint->pk_attrs);
  for (const Symbol* keyed : {static_cast<const Symbol*>(partition), root_of(session.draft(), partition)})
    if (const PrimaryKey* primary = primary_key_of(session, keyed); primary && key.target_columns.empty())
      key.target_columns = primary->columns;
}

/// What it refers to, when nothing read here makes it: names only.
void refer_to_absent(Session& session, ForeignKey& key, const Constraint* constraint) {
  const auto [schema, name] = qualified_name(constraint->pktable);
  key.target.symbol = session.draft().phantom(schema.empty() ? session.search_path().front() : schema, name);
  for (const Node* column : nodes_of(constraint->pk_attrs))
    key.target_columns.push_back({session.draft().phantom({}, text_of(column))});
}

bool same_columns(const std::vector<ColumnRef>& a, const std::vector<ColumnRef>& b) {
  return std::is_permutation(a.begin(), a.end(), b.begin(), b.end(),
                             [](ColumnRef left, ColumnRef right) { return left.symbol == right.symbol; });
}

bool is_unique(Session& session, const Symbol* table, const std::vector<ColumnRef>& columns) {
  for (const Symbol* member : session.draft().members(table)) {
    if (const auto* primary = session.draft().object<PrimaryKey>(member); primary && same_columns(primary->columns, columns))
      return true;
    const auto* unique = session.draft().object<Unique>(member);
    if (unique && !unique->deferrable && same_columns(unique->columns, columns)) return true;
  }
  return false;
}

void refer_to(Session& session, ForeignKey& key, Symbol* target, const Constraint* constraint) {
  key.target.symbol = target;
  key.target_columns = columns_named(session, target, constraint->pk_attrs);
  const bool surely_known = session.is_known(target);
  if (key.target_columns.empty()) {
    const PrimaryKey* primary = primary_key_of(session, target);
    if (primary) key.target_columns = primary->columns;
    if (!primary && surely_known)
      fail(sqlstate::undefined_object, "there is no primary key for referenced table " + quoted_name({}, target->text));
  } else if (surely_known && !is_unique(session, target, key.target_columns)) {
    fail(sqlstate::invalid_foreign_key,
         "there is no unique constraint matching given keys for referenced table " + quoted_name({}, target->text));
  }
  if (surely_known && key.columns.size() != key.target_columns.size())
    fail(sqlstate::invalid_foreign_key, "number of referencing and referenced columns for foreign key disagree");
}

void require_comparable_columns(Session& session, const ForeignKey& key, const std::string& name) {
  for (std::size_t i = 0; i < std::min(key.columns.size(), key.target_columns.size()); ++i) {
    const auto* column = session.draft().object<Column>(key.columns[i].symbol);
    if (column && session.is_known(key.columns[i].symbol))
      require_comparable(session, column->type, key.target_columns[i].symbol, name);
  }
}

std::string choose_name(Session& session, const Symbol* table, const ForeignKey& key) {
  std::vector<std::string_view> names;
  for (const ColumnRef& column : key.columns) names.push_back(column.symbol->text);
  return session.choose_constraint_name(table, table->text, join_column_names(names), "fkey");
}

void set_actions(ForeignKey& key, const Constraint* constraint) {
  key.on_delete = read_action(constraint->fk_del_action);
  key.on_update = read_action(constraint->fk_upd_action);
  key.match_full = constraint->fk_matchtype == FKCONSTR_MATCH_FULL;
  key.deferrable = constraint->deferrable;
  key.initially_deferred = constraint->initdeferred;
  key.validated = !constraint->skip_validation;
}

/// The foreign key of that name. Null for another constraint; 42704 where there is neither.
Symbol* foreign_key_named(Session& session, const Symbol* table, std::string_view name) {
  Symbol* found = session.draft().find(Namespace::constraint, table, name);
  if (found && session.draft().object<ForeignKey>(found)) return found;
  if (!found && !session.draft().item(table)->stated_in_part)
    fail(sqlstate::undefined_object,
         "constraint " + quoted_name({}, name) + " of relation " + quoted_name({}, table->text) + " does not exist");
  return nullptr;
}

}  // namespace

void read_foreign_key(Session& session, Symbol* table, Symbol* column, const Node* node) {
  const auto* constraint = as<Constraint>(node);
  const auto [schema, name] = qualified_name(constraint->pktable);
  Symbol* target = session.relation_to_refer_to(schema, name);
  const bool is_temporary = session.is_temporary(table);
  if (target && session.is_temporary(target) != is_temporary)
    fail(sqlstate::invalid_table_definition, is_temporary
                                                 ? "constraints on temporary tables may reference only temporary tables"
                                                 : "constraints on permanent tables may reference only permanent tables");
  ForeignKey key;
  key.columns = column ? std::vector<ColumnRef>{{column}} : columns_named(session, table, constraint->fk_attrs);
  set_actions(key, constraint);
  key.set_columns = columns_named(session, table, constraint->fk_del_set_cols);
  if (target)
    refer_to(session, key, target, constraint);
  else if (Symbol* partition = session.find_in_path(Namespace::partition, schema, name))
    refer_to_partition(session, key, partition, constraint);
  else
    refer_to_absent(session, key, constraint);
  const std::string own_name = constraint->conname ? constraint->conname : choose_name(session, table, key);
  session.require_free_constraint_name(table, own_name);
  require_comparable_columns(session, key, own_name);
  const bool target_columns_known = !key.target_columns.empty();
  const Symbol* made =
      session.draft().declare(Namespace::constraint, table, own_name, std::move(key), session.at(constraint->location));
  if (!target_columns_known) session.make_uncertain(made);
}

void read_validate_constraint(Session& session, Symbol* table, const Node* node) {
  const std::string_view name = view_of(as<AlterTableCmd>(node)->name);
  const Symbol* key = foreign_key_named(session, table, name);
  const Symbol* check = session.draft().find(Namespace::constraint, table, name);
  if (key) edit<ForeignKey>(session, key, [](ForeignKey& changed) { changed.validated = true; });
  if (session.draft().object<Check>(check)) edit<Check>(session, check, [](Check& changed) { changed.validated = true; });
  session.record(Event::Verb::altered, key ? key : check, "validated");
}

void read_alter_constraint(Session& session, Symbol* table, const Node* node) {
  const auto* constraint = as<Constraint>(as<AlterTableCmd>(node)->def);
  const std::string_view name = view_of(constraint->conname);
  const Symbol* key = foreign_key_named(session, table, name);
  if (!key) fail(sqlstate::wrong_object_type, "constraint " + quoted_name({}, name) + " is not a foreign key constraint");
  edit<ForeignKey>(session, key, [&](ForeignKey& changed) {
    changed.deferrable = constraint->deferrable;
    changed.initially_deferred = constraint->initdeferred;
  });
  session.record(Event::Verb::altered, key, "deferrable");
}

}  // namespace pgplumb
