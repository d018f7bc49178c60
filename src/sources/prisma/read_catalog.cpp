#include "sources/prisma/read_catalog.h"

#include "sources/prisma/check/passes.h"
#include "sources/prisma/mapping/mapping.h"
#include "sources/prisma/read_schema.h"

namespace pgplumb::prisma {

namespace {

void declare_fields(Mapping& mapping) {
  declare_schemas(mapping);
  declare_extensions(mapping);
  declare_enums(mapping);
  declare_tables(mapping);
}

void declare_keys_and_relations(Mapping& mapping) {
  declare_keys(mapping);
  declare_relations(mapping);
}

}  // namespace

Catalog read_catalog(SchemaFiles files, const ReadOptions& options) {
  auto schema = read_fields(std::move(files), options.default_schema);
  const auto second_thread = schema->second_thread;  // which ends while the draft is settled
  const bool is_worth_it = schema->tree.blocks.size() >= worth_a_thread;
  const bool fields_are_right = schema->problems.empty();
  Mapping mapping(*schema);
  auto keys = second_thread->begin(is_worth_it, [&] { read_keys_and_relations(*schema); });
  if (fields_are_right) declare_fields(mapping);
  keys.finish();
  const bool all_is_right = schema->problems.empty();
  auto names = second_thread->begin(is_worth_it, [&] { check_database_names(*schema); });
  if (all_is_right) declare_keys_and_relations(mapping);
  names.finish();
  second_thread->dismiss();
  schema->problems.throw_any();
  return settle(mapping, std::move(schema), options);
}

}  // namespace pgplumb::prisma
