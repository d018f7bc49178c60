#include <fmt/format.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>

#include "sources/prisma/constraint_names.h"
#include "sources/prisma/mapping/mapping.h"

namespace pgplumb::prisma {
namespace {

bool has_tables(const Mapping& mapping, const Relation& relation) {
  const Model &from = *relation.from->model, &to = *relation.to->model;
  return !from.is_view() && !to.is_view() && mapping.table(from) && mapping.table(to);
}

std::vector<ColumnRef> columns_of(const Mapping& mapping, const std::vector<const Field*>& fields) {
  std::vector<ColumnRef> columns;
  for (const auto* field : fields) columns.push_back(mapping.column(*field));
  return columns;
}

void declare_foreign_key(Mapping& mapping, const Relation& relation) {
  ForeignKey key;
  key.columns = columns_of(mapping, relation.fields);
  key.target = {mapping.table(*relation.to->model)};
  key.target_columns = columns_of(mapping, relation.references);
  key.on_delete = relation.on_delete;
  key.on_update = relation.on_update;
  mapping.declare(Namespace::constraint, mapping.table(*relation.from->model), relation.database_name, std::move(key),
                  relation.stated_at);
}

/// The table between two models that refer to one another in lists: a column for each, A and B.
class JoinTable {
 public:
  JoinTable(Mapping& mapping, const Relation& relation)
      : mapping_(mapping), relation_(relation), name_(truncate_identifier(relation.database_name)) {}

  void declare() {
    const Symbol* schema = mapping_.schemas.at(relation_.from->model->schema);
    const std::string_view without_underscore = std::string_view(relation_.database_name).substr(1);
    table_ = mapping_.declare(
        Namespace::relation, schema, name_,
        Declaration{
            .object = Table{}, .called = without_underscore, .declared_at = relation_.stated_at.at(), .ignored = is_ignored()});
    if (!table_) return;
    const ColumnRef a = declare_column("A", *relation_.from->model), b = declare_column("B", *relation_.to->model);
    declare_key(a, b);
    declare_index(b);
    if (mapping_.schema.datasource.relation_mode_prisma) return;
    declare_foreign_key("_A_fkey", a, *relation_.from->model);
    declare_foreign_key("_B_fkey", b, *relation_.to->model);
  }

 private:
  bool is_ignored() const {
    return relation_.from->is_ignored() || relation_.to->is_ignored() || relation_.from->model->ignored ||
           relation_.to->model->ignored;
  }

  static const Field& id_of(const Model& model) { return *model.id->fields[0].field; }

  /// Of the type of the model's id, but without its default.
  ColumnRef declare_column(std::string_view name, const Model& model) {
    Column column;
    column.type = mapping_.draft.object<Column>(mapping_.column(id_of(model)).symbol)->type;
    column.not_null = true;
    return {mapping_.declare(Namespace::column, table_, name,
                             Declaration{.object = std::move(column), .called = name, .declared_at = relation_.stated_at.at()})};
  }

  /// Prisma 6 makes a primary key of what was a unique index before; the client works with either.
  void declare_key(ColumnRef a, ColumnRef b) {
    mapping_.declare(Namespace::constraint, table_, constraint_name(name_, {}, "_AB_pkey"),
                     Declaration{.object = PrimaryKey{{a, b}},
                                 .notes = Notes{.accepts = {{"kind", false, {std::string(Unique::kind)}}}},
                                 .declared_at = relation_.stated_at.at()});
  }

  void declare_index(ColumnRef b) {
    Index index;
    index.keys.push_back({b});
    mapping_.declare(Namespace::index, table_, constraint_name(name_, {}, "_B_index"), std::move(index), relation_.stated_at);
  }

  void declare_foreign_key(std::string_view suffix, ColumnRef column, const Model& target) {
    ForeignKey key;
    key.columns = {column};
    key.target = {mapping_.table(target)};
    key.target_columns = {mapping_.column(id_of(target))};
    key.on_delete = key.on_update = ReferentialAction::cascade;
    mapping_.declare(Namespace::constraint, table_, constraint_name(name_, {}, suffix), std::move(key), relation_.stated_at);
  }

  Mapping& mapping_;
  const Relation& relation_;
  std::string name_;
  Symbol* table_ = nullptr;
};

}  // namespace

void declare_relations(Mapping& mapping) {
  for (const auto& relation : mapping.schema.relations) {
    if (!has_tables(mapping, relation)) continue;
    if (relation.many_to_many)
      JoinTable(mapping, relation).declare();
    else if (!mapping.schema.datasource.relation_mode_prisma)
      declare_foreign_key(mapping, relation);
  }
}

}  // namespace pgplumb::prisma
