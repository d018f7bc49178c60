#include "statements/inherited_columns.h"

#include <pgplumb/sql/identifier.h>

#include "kinds/column/ddl.h"
#include "kinds/column/storage.h"
#include "kinds/ddl.h"
#include "kinds/default_names.h"
#include "kinds/partition/inherited.h"
#include "kinds/primary_key/ddl.h"
#include "kinds/rebind.h"
#include "kinds/sequence/ddl.h"

namespace pgplumb {

namespace {

void copy_column(Session& session, const Symbol* source, Symbol* table, std::string_view name, Column column) {
  rebind(column.generated, {session.draft(), source, table});
  const bool has_sequence = column.identity == Identity::always || column.identity == Identity::by_default;
  const Symbol* made = session.draft().declare(Namespace::column, table, name, std::move(column), session.at());
  if (!made) fail(sqlstate::duplicate_column, "column " + quoted_name({}, name) + " specified more than once");
  const Symbol* original = session.draft().find(Namespace::column, source, name);
  if (session.draft().item(original)->uncertain) session.make_uncertain(made);
  if (has_sequence) make_sequence(session, table, made);
}

/// Without the option, the copy has none of it.
Column with_options(Column column, bits32 options) {
  const bool has_identity = column.identity == Identity::always || column.identity == Identity::by_default;
  if (has_identity && !(options & CREATE_TABLE_LIKE_IDENTITY)) column.identity = Identity::none;
  if (!(options & CREATE_TABLE_LIKE_DEFAULTS)) column.default_value = {};
  if (!(options & CREATE_TABLE_LIKE_GENERATED)) column.generated = {};
  column.storage = copied_storage(column.storage, options & CREATE_TABLE_LIKE_STORAGE, options & CREATE_TABLE_LIKE_COMPRESSION);
  column.foreign_options = {};
  return column;
}

/// What INHERITS takes over.
Column inherited(Column column) {
  column.storage = copied_storage(column.storage, true, true);
  column.foreign_options = {};
  column.identity = Identity::none;
  return column;
}

/// Members in the order of declaration, copied, for declaring more would move them.
template <class Kind>
std::vector<std::pair<const Symbol*, Kind>> copies_of(Session& session, const Symbol* table) {
  std::vector<std::pair<const Symbol*, Kind>> copies;
  for (const Symbol* member : session.draft().members(table))
    if (const auto* found = session.draft().object<Kind>(member)) copies.emplace_back(member, *found);
  return copies;
}

/// The same over the columns of the table that is made.
template <class Kind>
std::vector<std::pair<const Symbol*, Kind>> copies_over(Session& session, const Symbol* source, const Symbol* table) {
  auto copies = copies_of<Kind>(session, source);
  for (auto& copy : copies) {
    Object object = std::move(copy.second);
    rebind(object, {session.draft(), source, table});
    copy.second = std::get<Kind>(std::move(object));
  }
  return copies;
}

/// A copy is named after the columns of what it is a copy of, as they were called when that was made.
std::string choose_name(Session& session, const Symbol* table, const std::vector<std::string>& columns, std::string_view label,
                        bool backs_constraint) {
  const std::vector<std::string_view> names(columns.begin(), columns.end());
  return session.choose_relation_name(table->parent, table->text, join_column_names(names), label, backs_constraint);
}

void copy_primary_key(Session& session, Symbol* table, PrimaryKey key) {
  if (primary_key_of(session, table))
    fail(sqlstate::invalid_table_definition,
         "multiple primary keys for table " + quoted_name({}, table->text) + " are not allowed");
  const std::string name = choose_name(session, table, {}, "pkey", true);
  session.draft().declare(Namespace::constraint, table, name, std::move(key), session.at());
}

void copy_unique(Session& session, Symbol* table, const std::vector<std::string>& columns, Unique unique) {
  const bool is_constraint = unique.form == UniqueForm::constraint;
  const std::string name = choose_name(session, table, columns, is_constraint ? "key" : "idx", is_constraint);
  const Namespace space = is_constraint ? Namespace::constraint : Namespace::index;
  note_column_names(session, session.draft().declare(space, table, name, std::move(unique), session.at()), columns);
}

/// A check keeps its name.
void copy_check(Session& session, Symbol* table, std::string_view name, Check check) {
  session.draft().declare(Namespace::constraint, table, name, std::move(check), session.at());
}

void copy_index(Session& session, Symbol* table, const std::vector<std::string>& columns, Index index) {
  const std::string name = choose_name(session, table, columns, "idx", false);
  note_column_names(session, session.draft().declare(Namespace::index, table, name, std::move(index), session.at()), columns);
}

}  // namespace

void inherit_column(Session& session, const Symbol* column, Symbol* heir) {
  Column copy = inherited(*session.draft().object<Column>(column));
  if (Symbol* own = session.draft().find(Namespace::column, heir, column->text)) return merge_column(session, own, copy);
  rebind(copy.generated, {session.draft(), column->parent, heir});
  session.draft().declare(Namespace::column, heir, column->text, std::move(copy), session.at());
}

void inherit_columns(Session& session, Symbol* table, const RangeVar* parent) {
  const auto [schema, name] = qualified_name(parent);
  const Symbol* source = session.relation_to_refer_to(schema, name);
  if (!source) return session.make_uncertain(table);
  edit<Table>(session, table, [&](Table& changed) { changed.parents.push_back({source}); });
  session.add_heir(source, table);
  for (const Symbol* column : session.draft().members(source, Namespace::column)) inherit_column(session, column, table);
}

void copy_columns(Session& session, Symbol* table, const TableLikeClause* like) {
  const auto [schema, name] = qualified_name(like->relation);
  const Symbol* source = session.relation_to_refer_to(schema, name);
  if (!source) return session.make_uncertain(table);
  for (auto& [column, definition] : copies_of<Column>(session, source))
    copy_column(session, source, table, column->text, with_options(definition, like->options));
}

void copy_indexes(Session& session, Symbol* table, const TableLikeClause* like) {
  const auto [schema, name] = qualified_name(like->relation);
  const Symbol* source = session.find_relation(schema, name);
  if (source && (like->options & CREATE_TABLE_LIKE_CONSTRAINTS))
    for (auto& [symbol, check] : copies_over<Check>(session, source, table)) copy_check(session, table, symbol->text, check);
  if (!source || !(like->options & CREATE_TABLE_LIKE_INDEXES)) return;
  for (auto& [symbol, key] : copies_over<PrimaryKey>(session, source, table)) copy_primary_key(session, table, key);
  const auto columns_of = [&](const Symbol* index) { return column_names(*session.draft().item(index)); };
  for (auto& [symbol, unique] : copies_over<Unique>(session, source, table))
    copy_unique(session, table, columns_of(symbol), unique);
  for (auto& [symbol, index] : copies_over<Index>(session, source, table)) copy_index(session, table, columns_of(symbol), index);
}

}  // namespace pgplumb
