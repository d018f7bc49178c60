#include "sources/prisma/read_schema.h"

#include "sources/prisma/check/passes.h"
#include "sources/prisma/syntax/parser.h"

namespace pgplumb::prisma {

std::unique_ptr<Schema> read_fields(SchemaFiles files, const std::string& default_schema) {
  auto schema = std::make_unique<Schema>();
  schema->files = std::move(files);
  schema->default_schema = default_schema;
  for (const auto& file : schema->files) schema->tree.append(parse_file(file, schema->problems, *schema->second_thread));
  check_configuration(*schema);
  check_attributes(*schema);
  declare_names(*schema);
  resolve_fields(*schema);
  check_native_types(*schema);
  check_defaults(*schema);
  return schema;
}

void read_keys_and_relations(Schema& schema) {
  read_keys(schema);
  check_index_methods(schema);
  pair_relations(schema);
  check_ignored(schema);
}

}  // namespace pgplumb::prisma
