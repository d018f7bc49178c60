#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>

#include "sources/prisma/check/passes.h"
#include "sources/prisma/check/suggest.h"

namespace pgplumb::prisma {
namespace {

/// Names that may be taken once within something: a table, a schema. The first to take one is kept for the message.
class Names {
 public:
  /// Where the name was taken before; null where it was free.
  const Span* take(const void* table, std::string_view schema, std::string_view name, Span where) {
    const auto [found, is_new] = taken_.emplace(Key{table, schema, name}, where);
    return is_new ? nullptr : &found->second;
  }

 private:
  struct Key {
    const void* table;
    std::string_view schema, name;  // the schema's own texts
    bool operator==(const Key&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const {
      const std::hash<std::string_view> hash;
      return hash(key.name) ^ (hash(key.schema) * 3) ^ std::hash<const void*>{}(key.table);
    }
  };
  std::unordered_map<Key, Span, Hash> taken_;
};

class DatabaseNameCheck {
 public:
  explicit DatabaseNameCheck(Schema& schema) : schema_(schema) {}

  void run() {
    for (const auto& model : schema_.models) {
      if (model.duplicate) continue;
      check_columns(model);
      if (const auto* first = tables_.take(nullptr, model.schema, model.database_name, model.stated_at))
        note(model.stated_at,
             fmt::format("{} \"{}\" is another model's already", model.is_view() ? "view" : "table", model.database_name),
             *first);
      else
        check_keys(model);
    }
    for (const auto& relation : schema_.relations)
      if (!relation.many_to_many) check_foreign_key(relation);
    for (const auto& type : schema_.enums)
      if (const auto* first = is_declared(type) ? types_.take(nullptr, type.schema, type.database_name, type.stated_at) : nullptr)
        note(type.stated_at, fmt::format("type \"{}\" is another enum's already", type.database_name), *first);
  }

 private:
  void note(Span where, std::string message, const Span& first) {
    schema_.problems.add(where, std::move(message), fmt::format("first at {}", first.at().text()));
  }

  /// Whether the enum is the one of its name; a second one of that name was noted as such.
  bool is_declared(const EnumType& type) const {
    const auto found = schema_.enums_by_name.find(type.block->name);
    return found != schema_.enums_by_name.end() && found->second == &type;
  }

  /// Names of fields differ already, so only those that are mapped can collide.
  void check_columns(const Model& model) {
    const auto is_mapped = [](const Field& field) { return field.map != nullptr; };
    if (std::none_of(model.fields.begin(), model.fields.end(), is_mapped)) return;
    columns_.clear();
    for (const auto& field : model.fields)
      if (field.is_column() && !field.repeated) columns_.push_back(&field);
    const auto name_of = [](const Field* field) { return std::string_view(field->database_name); };
    std::ranges::stable_sort(columns_, {}, name_of);
    for (auto first = columns_.begin(); first != columns_.end();) {
      const auto end = std::find_if(first, columns_.end(), [&](const Field* field) { return name_of(field) != name_of(*first); });
      for (auto other = first + 1; other != end; ++other)
        note((*other)->stated_at(), fmt::format("column \"{}\" of {} is another field's already", name_of(*other), model.name()),
             (*first)->stated_at());
      first = end;
    }
    for (const auto& field : model.fields) check_map_over_field(model, field);
  }

  /// Prisma refuses `b @map("c")` beside a field c even where that one is mapped elsewhere.
  void check_map_over_field(const Model& model, const Field& field) {
    const Field* other = field.map ? model.find_field(field.database_name) : nullptr;
    if (!other || other == &field || !other->is_column() || other->database_name == field.database_name) return;
    note(field.stated_at(), fmt::format("\"{}\" is the name of another field of {}", field.database_name, model.name()),
         other->line->name_span);
  }

  void check_keys(const Model& model) {
    if (model.id) check_key(model, *model.id);
    for (const auto& key : model.uniques) check_key(model, key);
    for (const auto& key : model.indexes) check_key(model, key);
  }

  void check_key(const Model& model, const Key& key) {
    if (const auto* first = relations_.take(nullptr, model.schema, key.database_name, key.stated_at))
      note_constraint(key.stated_at, key.database_name, *first);
    constraints_.take(&model, {}, key.database_name, key.stated_at);
  }

  void check_foreign_key(const Relation& relation) {
    if (const auto* first = constraints_.take(relation.from->model, {}, relation.database_name, relation.stated_at))
      note_constraint(relation.stated_at, relation.database_name, *first);
  }

  void note_constraint(Span where, std::string_view name, const Span& first) {
    schema_.problems.add(where, fmt::format("the name \"{}\" is taken by the one at {}", name, first.at().text()),
                         "give one of them another name with map: \"…\"");
  }

  Schema& schema_;
  std::vector<const Field*> columns_;  // of the model at hand
  Names tables_, types_;
  Names relations_;    // primary keys, uniques and indexes: once in a schema
  Names constraints_;  // these and foreign keys: once in a table
};

}  // namespace

void check_database_names(Schema& schema) { DatabaseNameCheck(schema).run(); }

}  // namespace pgplumb::prisma
