#include "sources/prisma/read_catalog.h"

#include "sources/prisma/mapping/mapping.h"
#include "sources/prisma/read_schema.h"
#include "sources/prisma/threads.h"

namespace pgplumb::prisma {

namespace {

void declare_fields(Mapping& mapping) {
  declare_schemas(mapping);
  declare_enums(mapping);
  declare_tables(mapping);
}

}  // namespace

Catalog read_catalog(SchemaFiles files, const std::string& default_schema, const SchemaAlias& alias) {
  const auto schema = read_fields(std::move(files), default_schema);
  const bool fields_are_right = schema->problems.empty();
  Mapping mapping(*schema);
  auto rest = begin(schema->tree.blocks.size(), [&] { read_keys_and_relations(*schema); });
  if (fields_are_right) declare_fields(mapping);
  rest.get();
  schema->problems.throw_any();
  declare_keys(mapping);
  declare_relations(mapping);
  return settle(mapping, alias);
}

}  // namespace pgplumb::prisma
