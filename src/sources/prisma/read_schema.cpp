#include "sources/prisma/read_schema.h"

#include "sources/prisma/check/passes.h"
#include "sources/prisma/syntax/parser.h"

namespace pgplumb::prisma {
namespace {

std::unique_ptr<Schema> read_files(std::unique_ptr<Schema> schema) {
  for (const auto& file : schema->files) parse_file(file, schema->problems, schema->blocks);
  check_configuration(*schema);
  check_attributes(*schema);
  declare_names(*schema);
  resolve_fields(*schema);
  check_native_types(*schema);
  check_defaults(*schema);
  read_keys(*schema);
  check_index_methods(*schema);
  pair_relations(*schema);
  check_ignored(*schema);
  check_database_names(*schema);
  schema->problems.throw_any();
  return schema;
}

}  // namespace

std::unique_ptr<Schema> read_schema(const std::string& path, const std::string& default_schema) {
  auto schema = std::make_unique<Schema>();
  schema->files = load_files(path);
  schema->default_schema = default_schema;
  return read_files(std::move(schema));
}

std::unique_ptr<Schema> read_schema_text(std::string_view file, std::string text, const std::string& default_schema) {
  auto schema = std::make_unique<Schema>();
  schema->files.emplace_back(file, std::move(text));
  schema->default_schema = default_schema;
  return read_files(std::move(schema));
}

}  // namespace pgplumb::prisma
