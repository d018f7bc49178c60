#include "sources/prisma/mapping/defaults.h"
#include "sources/prisma/mapping/mapping.h"
#include "sources/prisma/mapping/types.h"

namespace pgplumb::prisma {
namespace {

/// A column as a field states it, and what else would do.
struct StatedColumn {
  Column column;
  std::vector<Acceptance> accepts;

  void accept(Acceptance acceptance) { accepts.push_back(std::move(acceptance)); }
};

/// A default that names its type, as people read it.
const std::string& display(Mapping& mapping, const std::string& sql, const DataType& type) {
  auto& displayed = mapping.displayed[sql];
  if (displayed.empty()) displayed = display_expression(normalise(*mapping.expression(sql), &type, {}));
  return displayed;
}

void state_default(Mapping& mapping, const Field& field, StatedColumn& stated) {
  const Default given = default_of(field, stated.column.type);
  switch (given.kind) {
    case Default::Kind::none:
      return;
    case Default::Kind::numbering:
      // PostgreSQL has no serial of type oid, so Prisma makes a column without a default.
      if (stated.column.type == DataType{builtin_type("oid")}) return stated.accept(any_value("identity"));
      stated.column.identity = Identity::serial;
      stated.accept(
          {"identity", false, {show_value(Identity::serial), show_value(Identity::always), show_value(Identity::by_default)}});
      // A serial column is NOT NULL, whether the field is optional or not.
      if (!field.is_required()) stated.accept(any_value("not_null"));
      return;
    case Default::Kind::unknown:
      stated.accept(any_value("default"));
      stated.accept(any_value("identity"));
      return;
    case Default::Kind::expression:
      stated.column.default_value = {mapping.expression(given.sql)};
      if (!given.also.empty()) stated.accept({"default", false, {display(mapping, given.also, stated.column.type)}});
  }
}

void state_type(Mapping& mapping, const Field& field, StatedColumn& stated) {
  stated.column.type = type_of(mapping, field);
  if (stated.column.type.name) {
    if (auto equal = equal_types(stated.column.type); !equal.empty()) stated.accept({"type", false, std::move(equal)});
    return;
  }
  const std::string text(*field.line->type.unsupported);
  stated.column.type.name = mapping.draft.phantom("", text);
  stated.accept(any_value("type"));
  mapping.not_compared.push_back({"type of a column", "\"" + text + "\" is no type of PostgreSQL's grammar",
                                  field.line->type.span.at(), 1, std::string(field.model->database_name)});
}

StatedColumn state_column(Mapping& mapping, const Field& field) {
  StatedColumn stated;
  state_type(mapping, field, stated);
  stated.column.not_null = field.is_required();
  // Prisma makes list columns without NOT NULL, and works with either.
  if (field.is_list()) stated.accept(any_value("not_null"));
  if (!field.model->is_view()) {
    state_default(mapping, field, stated);
    return stated;
  }
  // PostgreSQL knows neither of a view's columns.
  for (const std::string_view unknown : {"not_null", "default", "identity"}) stated.accept(any_value(unknown));
  return stated;
}

void declare_column(Mapping& mapping, Symbol* table, const Field& field) {
  StatedColumn stated = state_column(mapping, field);
  mapping.columns[field.model->number_of(field)] =
      mapping.declare(Namespace::column, table, field.database_name,
                      Declaration{.object = std::move(stated.column),
                                  .called = field.name(),
                                  .notes = Notes{.accepts = std::move(stated.accepts)},
                                  .declared_at = field.stated_at().at(),
                                  .ignored = field.is_ignored() || field.model->ignored});
}

}  // namespace

void declare_tables(Mapping& mapping) {
  for (const auto& model : mapping.schema.models) {
    Symbol* symbol = mapping.declare(Namespace::relation, mapping.schemas.at(model.schema), model.database_name,
                                     Declaration{.object = Table{model.is_view() ? RelationKind::view : RelationKind::table},
                                                 .called = model.name(),
                                                 .notes = Notes{.accepts = {any_value("relation_kind")}},
                                                 .declared_at = model.stated_at.at(),
                                                 .ignored = model.ignored});
    if (!symbol) continue;
    mapping.tables[model.number] = symbol;
    for (const auto& field : model.fields)
      if (field.is_column()) declare_column(mapping, symbol, field);
  }
}

}  // namespace pgplumb::prisma
