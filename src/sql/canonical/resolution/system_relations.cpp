#include "sql/canonical/resolution/system_relations.h"

#include <string>
#include <unordered_map>
#include <vector>

#include "sql/builtin_types.h"
#include "sql/canonical/resolution/system_relations.signatures.h"
#include "sql/canonical/resolution/take_until.h"

namespace pgplumb {
namespace {

constexpr std::string_view standard_schema = "information_schema";

/// information_schema/information_schema.sql
struct SystemDomain {
  Symbol symbol;
  DataType base;
};

const Symbol* information_schema() {
  static const Symbol schema{std::string(standard_schema)};
  return &schema;
}

const std::vector<SystemDomain>& domains() {
  static const std::vector<SystemDomain> all = {
      {{"cardinal_number", information_schema()}, {builtin_type("int4"), {}, false}},
      {{"character_data", information_schema()}, {builtin_type("varchar"), {}, false}},
      {{"sql_identifier", information_schema()}, {builtin_type("name"), {}, false}},
      {{"time_stamp", information_schema()}, {builtin_type("timestamptz"), "2", false}},
      {{"yes_or_no", information_schema()}, {builtin_type("varchar"), "3", false}},
  };
  return all;
}

const SystemDomain* domain_named(std::string_view name) {
  for (const SystemDomain& domain : domains())
    if (domain.symbol.text == name) return &domain;
  return nullptr;
}

DataType type_named(std::string_view name) {
  const bool is_array = name.starts_with('_');
  if (is_array) name.remove_prefix(1);
  const SystemDomain* domain = domain_named(name);
  return {domain ? &domain->symbol : builtin_type(name), {}, is_array};
}

using Relations = std::unordered_map<std::string_view, std::vector<SystemColumn>>;

/// Lines like `pg_am(oid oid,amname name)`.
Relations read_relations(std::string_view lines) {
  Relations relations;
  while (!lines.empty()) {
    std::string_view line = take_until(lines, '\n');
    auto& columns = relations[take_until(line, '(')];
    std::string_view listed = take_until(line, ')');
    while (!listed.empty()) {
      std::string_view column = take_until(listed, ',');
      const std::string_view name = take_until(column, ' ');
      columns.push_back({name, type_named(column)});
    }
  }
  return relations;
}

}  // namespace

std::span<const SystemColumn> columns_of_system_relation(std::string_view schema, std::string_view relation) {
  static const Relations relations = read_relations(system_relations_signatures);
  const bool is_of_catalog = schema.empty() || schema == pg_catalog()->text;
  const std::string name = (is_of_catalog ? "" : std::string(schema) + ".") + std::string(relation);
  const auto found = relations.find(name);
  return found == relations.end() ? std::span<const SystemColumn>() : found->second;
}

const DataType* base_of_system_domain(const Symbol* type) {
  const bool is_one = type && type->parent && type->parent->text == standard_schema;
  const SystemDomain* domain = is_one ? domain_named(type->text) : nullptr;
  return domain ? &domain->base : nullptr;
}

}  // namespace pgplumb
