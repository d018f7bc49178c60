#include "sources/prisma/mapping/mapping.h"

#include <pgplumb/sql/identifier.h>
#include <pgplumb/sql/parse.h>

#include <algorithm>

#include "sources/extract.h"
#include "sources/schema_alias.h"

namespace pgplumb::prisma {
namespace {

ExpressionPtr read_expression(const std::string& sql, const NameResolver& names) {
  try {
    return std::make_shared<const Expression>(parse_expression(sql, names));
  } catch (const SyntaxError&) {
    Expression opaque;
    opaque.kind = Expression::Kind::opaque;
    opaque.text = sql;
    return std::make_shared<const Expression>(std::move(opaque));
  }
}

bool is_used(const Schema& schema, std::string_view name) {
  const auto stands_in_it = [&](const auto& thing) { return thing.schema == name; };
  return std::any_of(schema.models.begin(), schema.models.end(), stands_in_it) ||
         std::any_of(schema.enums.begin(), schema.enums.end(), stands_in_it);
}

}  // namespace

Acceptance any_value(std::string_view field) { return {field, true, {}}; }

NameResolver Mapping::names(const Symbol* table) {
  NameResolver names;
  names.type = [this](std::string_view in_schema, std::string_view type) -> const Symbol* {
    for (const auto& [name, symbol] : schemas)
      if (in_schema.empty() || in_schema == name)
        if (const Symbol* found = draft.find(Namespace::type, symbol, type)) return found;
    return nullptr;
  };
  names.object = [this](std::string_view type, std::string_view in_schema, std::string_view name) {
    return type == "regclass" ? draft.phantom(in_schema, name) : nullptr;
  };
  if (table)
    names.column = [this, table](std::string_view column) -> const Symbol* {
      return draft.find(Namespace::column, table, column);
    };
  return names;
}

ExpressionPtr Mapping::expression(const std::string& sql, const Symbol* table) {
  if (table) return read_expression(sql, names(table));
  auto& known = expressions[sql];
  if (!known) known = read_expression(sql, names());
  return known;
}

Symbol* Mapping::declare(Namespace space, const Symbol* parent, std::string_view name, Declaration&& declaration) {
  const Position at = declaration.declared_at;
  Symbol* symbol = draft.declare(space, parent, truncate_identifier(name), std::move(declaration));
  if (!symbol)
    not_compared.push_back(
        {std::string(kind_of(declaration.object)), "its name is taken by another one of the schema", at, 1, std::string(name)});
  return symbol;
}

Symbol* Mapping::declare(Namespace space, const Symbol* parent, std::string_view name, Object object, const Span& at) {
  return declare(space, parent, name, Declaration{.object = std::move(object), .declared_at = at.at()});
}

Catalog settle(Mapping& mapping, std::unique_ptr<Schema> schema, const ReadOptions& options) {
  Catalog words;
  words.silences = silences_of(*schema);
  words.not_compared = std::move(schema->not_compared);
  std::move(mapping.not_compared.begin(), mapping.not_compared.end(), std::back_inserter(words.not_compared));
  for (const auto& name : schema->datasource.schemas) words.schemas.insert(name);
  if (!schema->has_schemas()) words.schemas.insert(schema->default_schema);
  rename_in_words(options.alias, words);
  schema.reset();
  rename_in_draft(options.alias, mapping.draft);
  mapping.draft.ask_extensions = extensions_of(options.servers);
  read_extract_as_servers_do(mapping.draft, options.servers);
  Catalog catalog = mapping.draft.settle();
  catalog.silences = std::move(words.silences);
  catalog.not_compared = std::move(words.not_compared);
  catalog.schemas = std::move(words.schemas);
  return catalog;
}

void declare_schemas(Mapping& mapping) {
  const Schema& schema = mapping.schema;
  const auto declare = [&](std::string_view name) {
    mapping.schemas[name] = mapping.draft.declare(Namespace::schema, nullptr, name, pgplumb::Schema{}, schema.datasource.at);
  };
  // One that is listed and holds nothing is not asked for: Prisma makes none.
  for (const auto& name : schema.datasource.schemas)
    if (is_used(schema, name)) declare(name);
  if (!schema.has_schemas()) declare(schema.default_schema);
}

void declare_extensions(Mapping& mapping) {
  for (const auto& [name, says_more, at] : mapping.schema.datasource.extensions) {
    mapping.declare(Namespace::extension, nullptr, name, Declaration{.object = Extension{}, .declared_at = at});
    if (says_more)
      mapping.not_compared.push_back({"version or schema of an extension", "only whether it is there is compared", at, 1, name});
  }
}

void declare_enums(Mapping& mapping) {
  for (const auto& type : mapping.schema.enums) {
    Symbol* symbol =
        mapping.declare(Namespace::type, mapping.schemas.at(type.schema), type.database_name,
                        Declaration{.object = Enum{}, .called = type.block->name, .declared_at = type.stated_at.at()});
    if (!symbol) continue;
    mapping.enums[&type] = symbol;
    float position = 0;
    for (const auto& value : type.block->values) {
      const auto* map = find_attribute(value.attributes, "map");
      mapping.declare(
          Namespace::enum_value, symbol, mapped_name(map, value.name),
          Declaration{
              .object = EnumValue{position++}, .called = value.name, .declared_at = (map ? map->span : value.name_span).at()});
    }
  }
}

}  // namespace pgplumb::prisma
