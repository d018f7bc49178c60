#include "sql/canonical/resolution/system_relations.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "sql/builtin_types.h"
#include "sql/canonical/resolution/system_functions.signatures.h"
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

std::optional<DataType> type_named(std::string_view name) {
  const bool is_array = name.starts_with('_');
  if (is_array) name.remove_prefix(1);
  const SystemDomain* domain = domain_named(name);
  const Symbol* type = domain ? &domain->symbol : builtin_type(name);
  return type ? std::optional(DataType{type, {}, is_array}) : std::nullopt;
}

/// `oid oid`, `trusted? bool` of one that not all versions have.
SystemColumn read_column(std::string_view column) {
  std::string_view name = take_until(column, ' ');
  const bool is_marked = name.ends_with('?');
  if (is_marked) name.remove_suffix(1);
  return {name, type_named(column), !is_marked};
}

using ColumnsByOwner = std::unordered_map<std::string_view, std::vector<SystemColumn>>;

/// Lines like `pg_am(oid oid,amname name)`.
ColumnsByOwner read_columns(std::string_view lines) {
  ColumnsByOwner owners;
  while (!lines.empty()) {
    std::string_view line = take_until(lines, '\n');
    auto& columns = owners[take_until(line, '(')];
    std::string_view listed = take_until(line, ')');
    while (!listed.empty()) columns.push_back(read_column(take_until(listed, ',')));
  }
  return owners;
}

std::span<const SystemColumn> columns_in(const ColumnsByOwner& owners, std::string_view name) {
  const auto found = owners.find(name);
  return found == owners.end() ? std::span<const SystemColumn>() : found->second;
}

}  // namespace

namespace {

const ColumnsByOwner& relations() {
  static const ColumnsByOwner all = read_columns(system_relations_signatures);
  return all;
}

}  // namespace

const std::vector<std::string_view>& standard_relations() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> found;
    for (const auto& [name, columns] : relations())
      if (name.starts_with(standard_schema)) found.push_back(name.substr(standard_schema.size() + 1));
    return found;
  }();
  return names;
}

std::span<const SystemColumn> columns_of_system_relation(std::string_view schema, std::string_view relation) {
  const bool is_of_catalog = schema.empty() || schema == pg_catalog()->text;
  const std::string name = (is_of_catalog ? "" : std::string(schema) + ".") + std::string(relation);
  return columns_in(relations(), name);
}

std::span<const SystemColumn> columns_of_system_function(std::string_view name) {
  static const ColumnsByOwner functions = read_columns(system_functions_signatures);
  return columns_in(functions, name);
}

bool are_in_all_versions(std::span<const SystemColumn> columns) {
  return std::all_of(columns.begin(), columns.end(), [](const SystemColumn& column) { return column.in_all_versions; });
}

const DataType* base_of_system_domain(const Symbol* type) {
  const bool is_one = type && type->parent && type->parent->text == standard_schema;
  const SystemDomain* domain = is_one ? domain_named(type->text) : nullptr;
  return domain ? &domain->base : nullptr;
}

}  // namespace pgplumb
