// LIKE, and what INCLUDING asks for (transformTableLikeClause and expandTableLikeClause in parser/parse_utilcmd.c).
#include "statements/like.h"

#include <pgplumb/sql/identifier.h>

#include "kinds/column/ddl.h"
#include "kinds/column/storage.h"
#include "kinds/ddl.h"
#include "kinds/default_names.h"
#include "kinds/partition/inherited.h"
#include "kinds/primary_key/ddl.h"
#include "kinds/rebind.h"
#include "kinds/sequence/ddl.h"
#include "kinds/statistics/ddl.h"
#include "statements/typed_tables.h"

namespace pgplumb {

namespace {

/// A table that is made like another.
struct Copying {
  Session& session;
  const Symbol* source;
  Symbol* table;
  bits32 options;

  bool includes(TableLikeOption option) const { return options & option; }
  void copy_comment(const Symbol* original, const Symbol* made) const {
    const Text comment = session.draft().item(original)->notes->remarks.comment;
    if (includes(CREATE_TABLE_LIKE_COMMENTS) && !comment.empty())
      session.draft().change(made, [&](Draft::Item& item) { item.notes.edit().remarks.comment = comment; });
  }
};

/// Without the option, the copy has none of it.
Column with_options(Column column, const Copying& like) {
  if (!like.includes(CREATE_TABLE_LIKE_IDENTITY)) column.identity = Identity::none;
  if (!like.includes(CREATE_TABLE_LIKE_DEFAULTS)) column.default_value = {};
  if (!like.includes(CREATE_TABLE_LIKE_GENERATED)) column.generated = {};
  column.storage =
      copied_storage(column.storage, like.includes(CREATE_TABLE_LIKE_STORAGE), like.includes(CREATE_TABLE_LIKE_COMPRESSION));
  column.foreign_options = {};
  return column;
}

/// The sequence of an identity column counts as that of the original, but for its type: sequence_options() in
/// commands/sequence.c leaves that out.
void copy_sequence(const Copying& like, const Symbol* original, const Symbol* made) {
  const Symbol* counted = make_sequence(like.session, like.table, made);
  const Symbol* counting = sequence_of(like.session, original);
  if (!counting) return;
  Sequence sequence = *like.session.draft().object<Sequence>(counting);
  sequence.owned_by = {made};
  sequence.data_type = "int8";
  edit<Sequence>(like.session, counted, [&](Sequence& changed) { changed = sequence; });
}

void copy_column(const Copying& like, const Symbol* original) {
  Session& session = like.session;
  Column column = with_options(*session.draft().object<Column>(original), like);
  rebind(column.generated, {session.draft(), like.source, like.table});
  const bool has_sequence = column.identity != Identity::none;
  const bool is_uncertain = session.draft().item(original)->uncertain;
  const Symbol* made = declare_column(session, like.table, original->text, std::move(column), session.at());
  if (!made) fail(sqlstate::duplicate_column, "column " + quoted_name({}, original->text) + " specified more than once");
  if (is_uncertain) session.make_uncertain(made);
  // Which collation a view's column has is not read.
  if (const auto* table = session.draft().object<Table>(like.source); table && is_view(*table))
    session.draft().change(made, [](Draft::Item& item) { item.notes.edit().accepts.push_back({"collation", true, {}}); });
  if (has_sequence) copy_sequence(like, original, made);
  like.copy_comment(original, made);
}

/// Members of one kind, over the columns of the table that is made, in the order of declaration; copied, for declaring more would
/// move them.
template <class Kind, class Copy>
void copy_each(const Copying& like, const Copy& copy) {
  for (const Symbol* member : like.session.draft().members(like.source)) {
    const auto* found = like.session.draft().object<Kind>(member);
    if (!found) continue;
    Object object = *found;
    rebind(object, {like.session.draft(), like.source, like.table});
    copy(member, std::get<Kind>(std::move(object)));
  }
}

/// A copy is named after the columns of what it is a copy of, as they were called when that was made.
std::string choose_name(const Copying& like, const std::vector<std::string>& columns, std::string_view label,
                        bool backs_constraint) {
  const std::vector<std::string_view> names(columns.begin(), columns.end());
  const Symbol* table = like.table;
  return like.session.choose_relation_name(table->parent, table->text, join_column_names(names), label, backs_constraint);
}

/// A check keeps its name, and holds for the rows of a new table, of which there are none.
void copy_check(const Copying& like, const Symbol* original, Check check) {
  Session& session = like.session;
  check.validated = true;
  session.require_free_constraint_name(like.table, original->text);
  like.copy_comment(original,
                    session.draft().declare(Namespace::constraint, like.table, original->text, std::move(check), session.at()));
}

void copy_primary_key(const Copying& like, PrimaryKey key) {
  Session& session = like.session;
  if (primary_key_of(session, like.table))
    fail(sqlstate::invalid_table_definition,
         "multiple primary keys for table " + quoted_name({}, like.table->text) + " are not allowed");
  const std::string name = choose_name(like, {}, "pkey", true);
  session.draft().declare(Namespace::constraint, like.table, name, std::move(key), session.at());
}

/// Of an index that backs a constraint, the comment on the index is copied, and that on the constraint is not; only the latter is
/// usual.
void copy_index(const Copying& like, const Symbol* original, Object object, std::string_view label) {
  Session& session = like.session;
  const Namespace space = session.draft().item(original)->space;
  const bool is_constraint = space == Namespace::constraint;
  const auto columns = column_names(*session.draft().item(original));
  const std::string name = choose_name(like, columns, label, is_constraint);
  const Symbol* made = session.draft().declare(space, like.table, name, std::move(object), session.at());
  note_column_names(session, made, columns);
  if (!is_constraint) like.copy_comment(original, made);
}

void copy_statistics(const Copying& like) {
  Session& session = like.session;
  for (const Symbol* original : session.draft().dependents(like.source)) {
    const auto* found = session.draft().object<Statistics>(original);
    if (!found || found->table.symbol != like.source) continue;
    Statistics statistics = *found;
    statistics.table = {like.table};
    rebind(statistics.keys, {session.draft(), like.source, like.table});
    like.copy_comment(original, declare_statistics(session, std::move(statistics)));
  }
}

}  // namespace

Like find_like(Session& session, const TableLikeClause* clause) {
  const auto [schema, name] = qualified_name(clause->relation);
  const Symbol* type = session.look_up(schema, name) ? nullptr : session.find_type(schema, name);
  return {clause, session.draft().object<CompositeType>(type) ? type : session.relation_to_refer_to(schema, name)};
}

void copy_columns(Session& session, Symbol* table, const Like& from) {
  const Copying like{session, from.source, table, from.clause->options};
  if (!like.source) return session.make_uncertain(table);
  if (declare_attributes(session, table, like.source)) return;
  for (const Symbol* column : session.draft().members(like.source, Namespace::column)) copy_column(like, column);
}

void copy_rest(Session& session, Symbol* table, const Like& from) {
  const Copying like{session, from.source, table, from.clause->options};
  if (!like.source) return;
  if (like.includes(CREATE_TABLE_LIKE_CONSTRAINTS))
    copy_each<Check>(like, [&](const Symbol* original, Check check) { copy_check(like, original, std::move(check)); });
  if (like.includes(CREATE_TABLE_LIKE_INDEXES)) {
    copy_each<PrimaryKey>(like, [&](const Symbol*, PrimaryKey key) { copy_primary_key(like, std::move(key)); });
    copy_each<Unique>(like, [&](const Symbol* original, Unique unique) {
      const std::string_view label = unique.form == UniqueForm::constraint ? "key" : "idx";
      copy_index(like, original, std::move(unique), label);
    });
    copy_each<Exclusion>(
        like, [&](const Symbol* original, Exclusion exclusion) { copy_index(like, original, std::move(exclusion), "excl"); });
    copy_each<Index>(like, [&](const Symbol* original, Index index) { copy_index(like, original, std::move(index), "idx"); });
  }
  if (like.includes(CREATE_TABLE_LIKE_STATISTICS)) copy_statistics(like);
}

}  // namespace pgplumb
