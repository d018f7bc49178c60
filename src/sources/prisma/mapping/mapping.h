// Prisma's language put into PostgreSQL's kinds of objects.
#pragma once

#include <pgplumb/catalog/draft.h>
#include <pgplumb/sources/source.h>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sources/prisma/schema.h"

namespace pgplumb::prisma {

/// A mapping under way: the draft, and what of the schema has which symbol in it.
struct Mapping {
  explicit Mapping(const Schema& read) : schema(read), tables(read.models.size()), columns(read.field_count) {}

  const Schema& schema;
  Draft draft;
  std::vector<NotCompared> not_compared;
  std::unordered_map<std::string_view, Symbol*> schemas;
  std::unordered_map<const EnumType*, Symbol*> enums;
  std::vector<Symbol*> tables;                                 ///< by the model's number; null where its name is taken
  std::vector<Symbol*> columns;                                ///< by the field's number; null for what is no column
  std::unordered_map<std::string, ExpressionPtr> expressions;  ///< by their SQL text
  std::unordered_map<std::string, std::string> displayed;      ///< by their SQL text too: as they are shown

  const Symbol* table(const Model& model) const { return tables[model.number]; }
  ColumnRef column(const Field& field) const { return {columns[field.model->number_of(field)]}; }
  NameResolver names(const Symbol* table = nullptr);
  /// The expression of an SQL text; opaque where it is none.
  ExpressionPtr expression(const std::string& sql, const Symbol* table = nullptr);
  /// Declares an object, its name cut as PostgreSQL cuts it; null, and a line in not_compared, where the name is taken.
  Symbol* declare(Namespace space, const Symbol* parent, std::string_view name, Declaration&& declaration);
  Symbol* declare(Namespace space, const Symbol* parent, std::string_view name, Object object, const Span& at);
};

// The passes over a schema, in their order; nothing may be wrong with what they look at.

void declare_schemas(Mapping& mapping);
void declare_extensions(Mapping& mapping);
void declare_enums(Mapping& mapping);
void declare_tables(Mapping& mapping);
// These need what read_keys_and_relations() reads.
void declare_keys(Mapping& mapping);
void declare_relations(Mapping& mapping);
/// The catalog that comes of it. The mapping is empty afterwards; its schema is taken down before, for the catalog takes its
/// room.
Catalog settle(Mapping& mapping, std::unique_ptr<Schema> schema, const ReadOptions& options);

/// What Prisma has no words for.
std::vector<Silence> silences_of(const Schema& schema);

/// `accepts` of an entry.
Acceptance any_value(std::string_view field);

}  // namespace pgplumb::prisma
