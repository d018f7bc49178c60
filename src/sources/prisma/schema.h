// A schema with its names resolved: what the checks look at and what the mapping maps.
#pragma once

#include <pgplumb/kinds/foreign_key.h>

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sources/prisma/prisma.h"
#include "sources/prisma/second_thread.h"
#include "sources/prisma/syntax/problems.h"
#include "sources/prisma/syntax/tree.h"

namespace pgplumb::prisma {

struct Model;
struct EnumType;
struct NativeType;

/// Prisma's scalar types, in the order of `scalar_names`.
enum class Scalar { String, Boolean, Int, BigInt, Float, Decimal, DateTime, Json, Bytes };

/// One field of a model, scalar or relation.
struct Field {
  enum class Kind { scalar, enumeration, unsupported, relation, unknown };
  FieldLine* line;
  Model* model;
  Kind kind = Kind::unknown;
  Scalar scalar{};        ///< of scalars
  bool repeated = false;  ///< another field before it has its name
  /// Its attributes, the first of each name; null for none.
  const Attribute *id = nullptr, *unique = nullptr, *given_default = nullptr, *map = nullptr, *relation = nullptr,
                  *ignore = nullptr;
  const EnumType* enumeration = nullptr;
  Model* target = nullptr;             ///< of relations
  const NativeType* native = nullptr;  ///< `@db.…`; null for the scalar's own type
  Text native_modifiers;               ///< of the native type: "10,2"
  std::string_view database_name;

  std::string_view name() const { return line->name; }
  Arity arity() const { return line->type.arity; }
  bool is_list() const { return arity() == Arity::list; }
  bool is_required() const { return arity() == Arity::required; }
  bool is_relation() const { return kind == Kind::relation; }
  /// Whether it is a column.
  bool is_column() const { return kind != Kind::relation && kind != Kind::unknown; }
  bool is_ignored() const { return ignore != nullptr; }
  /// @map, else the name.
  Span stated_at() const { return map ? map->span : line->name_span; }
};

/// A field in an id, a unique or an index.
struct KeyField {
  const Field* field;
  bool descending = false;
  std::string_view operator_class;  ///< as PostgreSQL calls it, "" for none
};

/// @id, @@id, @unique, @@unique, @@index.
struct Key {
  enum class Form { id, unique, index };
  Form form;
  const Attribute* attribute;
  std::vector<KeyField> fields;
  std::string database_name;
  Span stated_at;                     ///< the attribute, or its `map:`
  std::string_view method = "btree";  ///< pg_am.amname
  const Value* where = nullptr;
};

struct EnumType {
  Block* block;
  std::string_view database_name;
  std::string_view schema;
  Span stated_at;
  const EnumLine* find_value(std::string_view name) const;
};

/// The name in the database: of @map or @@map, null where there is none, else the one in the schema. As long as the tree.
std::string_view mapped_name(const Attribute* map, std::string_view name);

struct Model {
  Block* block;
  std::size_t number;       ///< its place in Schema::models
  std::size_t first_field;  ///< how many fields the models before it have
  std::string_view database_name;
  std::string_view schema;  ///< the database schema it lives in
  Span stated_at;           ///< @@map, else the name
  bool ignored = false;
  /// Another block bears the name already: its lines are checked, but it is no part of the schema.
  bool duplicate = false;
  bool fields_are_known = true;  ///< false where a line could not be read, or a field's type is unknown
  bool keys_are_known = true;    ///< false where something of an id, unique or index is wrong, or its field is unknown
  std::vector<Field> fields;     ///< their addresses stay: room is made for all of them at once
  std::optional<Key> id;
  std::vector<Key> uniques, indexes;

  std::string_view name() const { return block->name; }
  bool is_view() const { return block->kind == Block::Kind::view; }
  /// The place of one of its fields among those of the whole schema.
  std::size_t number_of(const Field& field) const { return first_field + static_cast<std::size_t>(&field - fields.data()); }
  /// The first of that name; null when there is none. Models have few fields: none is faster to find by a table of names.
  const Field* find_field(std::string_view name) const;
};

/// Two relation fields that are one relation.
struct Relation {
  const Field* from;  ///< the side with the foreign key; of many-to-many the side whose column is A
  const Field* to;
  bool many_to_many = false;
  std::string_view name;  ///< "" for none
  std::vector<const Field*> fields, references;
  std::string database_name;  ///< of the foreign key's constraint; of many-to-many the table's
  Span stated_at;
  ReferentialAction on_delete = ReferentialAction::restrict, on_update = ReferentialAction::cascade;
};

/// What a generator block asks for that changes how the rest is read.
struct PreviewFeatures {
  bool views = false;
  bool partial_indexes = false;
  bool extensions = false;
};

struct Schema {
  std::shared_ptr<SecondThread> second_thread = std::make_shared<SecondThread>();
  SchemaFiles files;
  Tree tree;
  Problems problems;
  std::vector<NotCompared> not_compared;  ///< what Prisma itself reads and leaves without effect
  Datasource datasource;
  std::string datasource_name;  ///< the prefix of native types; "" without a datasource
  PreviewFeatures preview;
  std::string default_schema;
  std::deque<Model> models;  ///< views too, in the order of the files
  std::size_t field_count = 0;
  std::deque<EnumType> enums;
  std::vector<Relation> relations;
  std::unordered_map<std::string_view, Model*> models_by_name;
  std::unordered_map<std::string_view, EnumType*> enums_by_name;

  bool has_schemas() const { return !datasource.schemas.empty(); }
  /// Whether every line of such blocks could be read; else what seems missing may stand there.
  bool is_read_whole(Block::Kind kind) const;
};

const Attribute* find_attribute(std::span<const Attribute> attributes, std::string_view name);

}  // namespace pgplumb::prisma
