#include <fmt/format.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>

#include "kinds/unique/options.h"
#include "sources/prisma/index_methods.h"
#include "sources/prisma/mapping/mapping.h"

namespace pgplumb::prisma {
namespace {

/// A condition of `where: { … }` in SQL: `"k" = true`, `"s" IS NOT NULL`.
std::string condition(std::string_view column, const Value& value) {
  const bool negated = value.is(Value::Kind::object);
  const Value& wanted = negated ? value.arguments[0].value : value;
  const std::string name = quote_identifier(column);
  if (wanted.is(Value::Kind::constant) && wanted.text == "null") return name + (negated ? " IS NOT NULL" : " IS NULL");
  const std::string text = wanted.is(Value::Kind::string) ? quote_literal(wanted.text) : std::string(wanted.text);
  return fmt::format("{} {} {}", name, negated ? "<>" : "=", text);
}

/// The predicate of a partial index: raw("…"), or an object of fields and their values.
std::string predicate_of(const Model& model, const Value& where) {
  if (where.is(Value::Kind::call)) return where.arguments.empty() ? std::string() : std::string(where.arguments[0].value.text);
  std::string sql;
  for (const auto& member : where.arguments) {
    const Field* field = model.find_field(member.name);
    sql += (sql.empty() ? "" : " AND ") + condition(field ? field->database_name : member.name, member.value);
  }
  return sql;
}

IndexKey index_key(Mapping& mapping, const Key& key, const KeyField& stated) {
  IndexKey result;
  result.column = mapping.column(*stated.field);
  result.descending = result.nulls_first = stated.descending;
  if (stated.operator_class.empty()) return result;
  const auto& type = mapping.draft.object<Column>(result.column.symbol)->type;
  const std::string_view name = stated.field->kind == Field::Kind::enumeration ? "enum" : std::string_view(type.name->text);
  if (!is_default_class(key.method, name, type.is_array, stated.operator_class)) result.operator_class = stated.operator_class;
  return result;
}

Index index_of(Mapping& mapping, const Model& model, const Key& key) {
  Index index{.method = key.method, .unique = key.form == Key::Form::unique};
  index.keys.reserve(key.fields.size());
  for (const auto& field : key.fields) index.keys.push_back(index_key(mapping, key, field));
  if (key.where) index.predicate = {mapping.expression(predicate_of(model, *key.where), mapping.table(model))};
  return index;
}

void declare_id(Mapping& mapping, const Model& model, const Key& key) {
  PrimaryKey primary;
  for (const auto& field : key.fields) primary.columns.push_back(mapping.column(*field.field));
  mapping.declare(Namespace::constraint, mapping.table(model), key.database_name, std::move(primary), key.attribute->span);
}

void declare_index(Mapping& mapping, const Model& model, const Key& key) {
  Index index = index_of(mapping, model, key);
  const Symbol* table = mapping.table(model);
  if (auto unique = plain_unique(index)) {
    if (!unique->options.empty())
      mapping.not_compared.push_back({"sort order of a unique", "it does not change what is unique", key.attribute->span.at(), 1,
                                      std::string(model.database_name)});
    mapping.declare(Namespace::index, table, key.database_name, std::move(*unique), key.attribute->span);
  } else {
    mapping.declare(Namespace::index, table, key.database_name, std::move(index), key.attribute->span);
  }
}

bool has_columns(const Mapping& mapping, const Key& key) {
  return std::all_of(key.fields.begin(), key.fields.end(),
                     [&](const KeyField& field) { return mapping.column(*field.field).symbol != nullptr; });
}

}  // namespace

void declare_keys(Mapping& mapping) {
  for (const auto& model : mapping.schema.models) {
    // What a view's @unique says is for the client alone.
    if (model.is_view() || !mapping.table(model)) continue;
    if (model.id && has_columns(mapping, *model.id)) declare_id(mapping, model, *model.id);
    for (const auto* keys : {&model.uniques, &model.indexes})
      for (const auto& key : *keys)
        if (has_columns(mapping, key)) declare_index(mapping, model, key);
  }
}

}  // namespace pgplumb::prisma
