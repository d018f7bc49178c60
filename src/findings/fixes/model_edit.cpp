#include "findings/fixes/model_edit.h"

#include <algorithm>
#include <array>

#include "findings/referential_actions.h"

namespace pgplumb {

namespace {

/// What Prisma calls PostgreSQL's index methods.
struct IndexType {
  std::string_view method, type;
};
constexpr std::array index_types{IndexType{"hash", "Hash"}, IndexType{"gist", "Gist"}, IndexType{"gin", "Gin"},
                                 IndexType{"spgist", "SpGist"}, IndexType{"brin", "Brin"}};

/// The field that stands for the column in the case's model; the column's own name where there is none.
std::string field_of(const Case& one, const Symbol& column) {
  const ObjectId& table = one.owner().id;
  const int model = one.index_of(Role::model);
  const Entry* field =
      model < 0 ? nullptr : one.source(model).catalog.find({Namespace::column, table.schema, table.name, column.text});
  return field && !field->called.empty() ? std::string(field->called) : column.text;
}

std::string fields_of(const Case& one, const std::vector<ColumnRef>& columns) {
  std::string text;
  for (const ColumnRef& column : columns) text += (text.empty() ? "" : ", ") + field_of(one, *column.symbol);
  return text;
}

std::string key_of(const Case& one, const IndexKey& key, bool with_class) {
  std::string options;
  if (with_class && !key.operator_class.empty()) options = "ops: raw(\"" + key.operator_class.str() + "\")";
  if (key.descending) options += (options.empty() ? "" : ", ") + std::string("sort: Desc");
  return field_of(one, *key.column.symbol) + (options.empty() ? "" : "(" + options + ")");
}

std::string index_attribute(const Case& one, const Index& index, std::string_view name) {
  if (has_value(index, "expression") || index.predicate || index.unique || !index.include.empty()) return {};
  // One of an access method that Prisma does not know is stated by its columns alone.
  const bool with_class = !has_value(index, "added method");
  std::string keys;
  for (const IndexKey& key : index.keys) keys += (keys.empty() ? "" : ", ") + key_of(one, key, with_class);
  const auto type =
      std::find_if(index_types.begin(), index_types.end(), [&](const IndexType& known) { return known.method == index.method; });
  return "@@index([" + keys + "]" + (type == index_types.end() ? "" : ", type: " + std::string(type->type)) + ", map: \"" +
         std::string(name) + "\")";
}

/// The attribute that states what the model does not state yet.
std::string new_attribute(const Case& one) {
  const Entry& entry = one.entry();
  if (const auto* index = std::get_if<Index>(&entry.object)) return index_attribute(one, *index, entry.id.member);
  if (const auto* unique = std::get_if<Unique>(&entry.object))
    return "@@unique([" + fields_of(one, unique->columns) + "], map: \"" + std::string(entry.id.member) + "\")";
  return {};
}

std::string new_name(const Case& one) {
  const ObjectId& actual = one.actuality().entry->id;
  if (actual.member.empty()) return "@@map(\"" + std::string(actual.name) + "\")";
  const bool is_named_by_argument = actual.space == Namespace::constraint || actual.space == Namespace::index;
  return (is_named_by_argument ? "map: \"" : "@map(\"") + std::string(actual.member) + (is_named_by_argument ? "\"" : "\")");
}

}  // namespace

std::string model_edit(const Case& one) {
  if (one.is_presence()) return one.is_missing() ? std::string() : new_attribute(one);
  if (one.is_name()) return one.actuality().entry ? new_name(one) : std::string();
  if (one.rule == "column-nullability")
    return "make " + called(one) + (one.as<Column>(one.actuality())->not_null ? " required" : " optional (?)");
  return one.rule == "foreign-key-actions" ? relation_arguments(one) : std::string();
}

}  // namespace pgplumb
