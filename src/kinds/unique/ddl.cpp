#include "kinds/unique/ddl.h"

#include "catalog/declared.h"
#include "kinds/default_names.h"
#include "kinds/partition/inherited.h"
#include "kinds/table/ddl.h"
#include "kinds/table/options.h"
#include "kinds/unique/options.h"

namespace pgplumb {

namespace {

/// The index that ADD CONSTRAINT … USING INDEX names: it becomes the constraint's, under the constraint's name.
KeyDefinition take_index(Session& session, const Symbol* table, const Constraint* constraint) {
  const std::string_view name = constraint->indexname;
  const Symbol* index = session.draft().find_index(table->parent, name);
  if (!index || index->parent != table) fail(sqlstate::undefined_object, "index " + quoted_name({}, name) + " does not exist");
  const auto* unique = session.draft().object<Unique>(index);
  if (!unique || unique->form != UniqueForm::index)
    fail(sqlstate::wrong_object_type, quoted_name({}, name) + " is not a unique index over plain columns without a constraint");
  KeyDefinition key{constraint->conname ? constraint->conname : std::string(name),
                    unique->columns,
                    {},
                    unique->options,
                    unique->nulls_not_distinct};
  follow_replica_index(session, table, index, key.name);
  session.draft().drop(index);
  return key;
}

std::vector<std::string> names_of(const std::vector<ColumnRef>& columns, const std::vector<ColumnRef>& include) {
  std::vector<std::string> names;
  for (const auto* list : {&columns, &include})
    for (const ColumnRef& column : *list) names.push_back(column.symbol->text);
  return told_apart(names);
}

std::string choose_name(Session& session, const Symbol* table, const KeyDefinition& key, std::string_view label) {
  // A primary key is named after its table alone.
  const auto columns = label == "pkey" ? std::vector<std::string>() : names_of(key.columns, key.include);
  const std::vector<std::string_view> names(columns.begin(), columns.end());
  return choose_index_name(session, table, names, label, true);
}

void report_clauses(Session& session, const Symbol* table, const Constraint* constraint) {
  const auto report = [&](bool given, const char* clause) {
    if (given) session.not_compared(clause, "storage of an index is not compared", constraint->location, display_name(*table));
  };
  report(constraint->indexspace, "USING INDEX TABLESPACE");
}

}  // namespace

KeyDefinition read_key_definition(Session& session, Symbol* table, Symbol* column, const Constraint* constraint,
                                  std::string_view label) {
  report_clauses(session, table, constraint);
  KeyDefinition key;
  if (constraint->indexname) {
    key = take_index(session, table, constraint);
  } else {
    key.columns = column ? std::vector<ColumnRef>{{column}} : columns_named(session, table, constraint->keys);
    key.include = columns_named(session, table, constraint->including);
    key.options = unique_options({}, key.include, options_text(constraint->options));
    key.nulls_not_distinct = constraint->nulls_not_distinct;
    key.name = constraint->conname ? constraint->conname : choose_name(session, table, key, label);
  }
  return key;
}

namespace {

Text* options_of(Object& object) {
  if (auto* unique = std::get_if<Unique>(&object)) return &unique->options;
  auto* key = std::get_if<PrimaryKey>(&object);
  return key ? &key->options : nullptr;
}

}  // namespace

std::vector<const Symbol*> keys_including(const Draft& draft, const Symbol* column) {
  std::vector<const Symbol*> keys;
  for (const Symbol* member : draft.members(column->parent)) {
    Object object = draft.item(member)->object;
    const Text* options = options_of(object);
    if (options && !options->empty() && includes(*options, column->text)) keys.push_back(member);
  }
  return keys;
}

void rename_included(Session& session, const Symbol* column, std::string_view name) {
  for (const Symbol* key : keys_including(session.draft(), column))
    session.draft().change(key, [&](Draft::Item& item) {
      Text& options = *options_of(item.object);
      options = with_included_renamed(options, column->text, name);
    });
}

void rename_collation_of_keys(Session& session, const Symbol* collation, const Symbol& to) {
  for_each_declared(session.draft(), [&](const Draft::Item& item) {
    const auto* unique = std::get_if<Unique>(&item.object);
    if (!unique || unique->options.empty()) return;
    const Text options = with_collation_renamed(unique->options, *collation, to);
    if (!(options == unique->options)) edit<Unique>(session, item.symbol, [&](Unique& changed) { changed.options = options; });
  });
}

void require_free_key_name(Session& session, const Symbol* table, const KeyDefinition& key) {
  session.require_free_relation_name(table->parent, key.name);
  session.require_free_constraint_name(table, key.name);
}

void read_unique(Session& session, Symbol* table, Symbol* column, const Node* node) {
  const auto* constraint = as<Constraint>(node);
  KeyDefinition key = read_key_definition(session, table, column, constraint, "key");
  require_free_key_name(session, table, key);
  const Symbol* made = session.draft().declare(Namespace::constraint, table, key.name,
                                               Unique{key.columns, UniqueForm::constraint, key.nulls_not_distinct,
                                                      constraint->deferrable, constraint->initdeferred, key.options},
                                               session.at(constraint->location));
  note_column_names(session, made, names_of(key.columns, key.include));
}

}  // namespace pgplumb
