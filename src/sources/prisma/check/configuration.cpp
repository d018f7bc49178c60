#include <algorithm>
#include <array>
#include <set>

#include "sources/prisma/check/datasource.h"
#include "sources/prisma/check/generator.h"
#include "sources/prisma/check/passes.h"
#include "sources/prisma/check/suggest.h"

namespace pgplumb::prisma {
namespace {

constexpr std::array<std::string_view, 2> supported_providers = {"postgresql", "postgres"};
constexpr std::array<std::string_view, 5> other_providers = {"mysql", "sqlite", "sqlserver", "mongodb", "cockroachdb"};
constexpr std::array<std::string_view, 8> datasource_properties = {
    "provider", "url", "directUrl", "shadowDatabaseUrl", "relationMode", "extensions", "schemas", "referentialIntegrity"};

void check_provider(Schema& schema, const Block& block) {
  const Property* property = block.property("provider");
  if (!property) {
    if (!block.is_unread("provider"))
      schema.problems.add(block.name_span, fmt::format("datasource {} has no provider", block.name), "provider = \"postgresql\"");
    return;
  }
  const Value& value = property->value;
  if (!value.is(Value::Kind::string)) {
    schema.problems.add(value.span, "the provider is written out, in quotes", "provider = \"postgresql\"");
    return;
  }
  if (std::find(supported_providers.begin(), supported_providers.end(), value.text) != supported_providers.end()) return;
  std::string message = fmt::format("provider \"{}\" is not supported: only postgresql is", value.text);
  if (std::find(other_providers.begin(), other_providers.end(), value.text) != other_providers.end())
    throw Error(message, value.span.at(), "this is a schema for another database");
  std::string hint = suggest(value.text, supported_providers);
  if (hint.empty()) hint = "provider = \"postgresql\"";
  schema.problems.add(value.span, std::move(message), std::move(hint));
}

void check_url(Schema& schema, const Property& property) {
  const Value& value = property.value;
  if (value.is(Value::Kind::string)) return;
  if (!value.is_call("env"))
    schema.problems.add(property.name_span, fmt::format("{} is text in quotes or env(\"…\")", property.name));
  else if (value.arguments.size() != 1 || !value.arguments[0].value.is(Value::Kind::string))
    schema.problems.add(value.span, "env() takes one name in quotes", "env(\"DATABASE_URL\")");
}

void check_schemas(Schema& schema, const Value& value) {
  std::set<std::string_view> seen;
  if (value.is(Value::Kind::list) && value.arguments.empty())
    schema.problems.add(value.span, "the list of schemas is empty", "name them, or remove the line");
  for (const auto& item : items_of(value)) {
    if (!item.is(Value::Kind::string))
      schema.problems.add(item.span, "names of schemas are text in quotes");
    else if (!seen.insert(item.text).second)
      schema.problems.add(item.span, fmt::format("schema \"{}\" is listed twice", item.text));
  }
}

void check_relation_mode(Schema& schema, const Value& value) {
  if (value.is(Value::Kind::string) && (value.text == "prisma" || value.text == "foreignKeys")) return;
  schema.problems.add(value.span, fmt::format("unknown relation mode {}", value.span.text()),
                      "it is \"foreignKeys\" or \"prisma\"");
}

/// `[citext, pg_trgm(schema: "public", version: "1.6")]`
void check_extensions(Schema& schema, const Value& value) {
  constexpr std::array<std::string_view, 3> known = {"schema", "version", "map"};
  for (const auto& item : items_of(value))
    for (const auto& argument : item.arguments) {
      if (std::find(known.begin(), known.end(), argument.name) == known.end())
        schema.problems.add(argument.span, fmt::format("an extension has no argument \"{}\"", argument.name),
                            "it has schema, version and map");
      else if (!argument.value.is(Value::Kind::string))
        schema.problems.add(argument.span, fmt::format("\"{}\" of an extension is text in quotes", argument.name));
    }
}

void check_property(Schema& schema, const Property& property) {
  const std::string_view name = property.name;
  if (std::find(datasource_properties.begin(), datasource_properties.end(), name) == datasource_properties.end())
    schema.problems.add(property.span, fmt::format("a datasource has no property \"{}\"", name),
                        suggest(name, datasource_properties));
  else if (name == "url" || name == "directUrl" || name == "shadowDatabaseUrl")
    check_url(schema, property);
  else if (name == "schemas")
    check_schemas(schema, property.value);
  else if (name == "relationMode" || name == "referentialIntegrity")
    check_relation_mode(schema, property.value);
}

void check_repeated_properties(Schema& schema, const Block& block) {
  std::set<std::string_view> seen;
  for (const auto& property : block.properties)
    if (!seen.insert(property.name).second)
      schema.problems.add(property.name_span,
                          fmt::format("\"{}\" is given twice in {} {}", property.name, keyword_of(block.kind), block.name),
                          "remove one of them");
}

void check_datasource(Schema& schema, const Block& block) {
  check_repeated_properties(schema, block);
  check_provider(schema, block);
  for (const auto& property : block.properties) check_property(schema, property);
  const auto *url = block.property("url"), *shadow = block.property("shadowDatabaseUrl");
  if (url && shadow && url->value.is(Value::Kind::string) && url->value.text == shadow->value.text)
    schema.problems.add(shadow->name_span,
                        "shadowDatabaseUrl is the same as url: the shadow database is emptied when it is used");
  const auto* extensions = block.property("extensions");
  if (extensions) check_extensions(schema, extensions->value);
  if (extensions && !schema.preview.extensions && schema.is_read_whole(Block::Kind::generator))
    schema.problems.add(extensions->span, "\"extensions\" needs the preview feature postgresqlExtensions",
                        "previewFeatures = [\"postgresqlExtensions\"] in the generator");
}

}  // namespace

void check_configuration(Schema& schema) {
  std::set<std::string_view> generators;
  for (const auto& block : schema.tree.blocks) {
    if (block.kind != Block::Kind::generator) continue;
    if (!generators.insert(block.name).second)
      schema.problems.add(block.name_span, fmt::format("generator \"{}\" is defined twice", block.name));
    check_repeated_properties(schema, block);
    read_generator(schema, block);
  }
  for (const auto& block : schema.tree.blocks)
    if (block.passed_over.file)
      schema.not_compared.push_back(
          {"text behind \"{\"", "Prisma passes over it", block.passed_over.at(), 1, std::string(block.name)});
  const Block* datasource = nullptr;
  for (const auto& block : schema.tree.blocks) {
    if (block.kind != Block::Kind::datasource) continue;
    check_datasource(schema, block);
    if (datasource)
      schema.problems.add(
          block.name_span, fmt::format("a second datasource, \"{}\"", block.name),
          fmt::format("a schema has one, and \"{}\" stands at {}", datasource->name, datasource->name_span.at().text()));
    else
      datasource = &block;
  }
  if (!datasource) return;
  schema.datasource = read_block(*datasource);
  schema.datasource_name = std::string(datasource->name);
}

}  // namespace pgplumb::prisma
