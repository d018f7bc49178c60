// What Prisma calls PostgreSQL's index methods and operator classes, and which go together.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb::prisma {

/// PostgreSQL's name ("gin") of Prisma's ("Gin").
std::optional<std::string_view> find_index_method(std::string_view name);
std::vector<std::string_view> index_method_names();

struct OperatorClass {
  std::string name;          ///< "Int4BloomOps"
  std::string postgres;      ///< "int4_bloom_ops"
  std::string_view methods;  ///< those that have it, between blanks
  std::string_view types;    ///< PostgreSQL's internal names of the types it is for, between blanks; "[]" for arrays
};

const std::vector<OperatorClass>& operator_classes();
const OperatorClass* find_operator_class(std::string_view name);

/// Whether a field of the type may be indexed by the method without an operator class.
bool has_default_class(std::string_view method, std::string_view type, bool is_list);

/// Whether the class is what the method takes for the type anyway, so that naming it says nothing. `type` is
/// "enum" for enums.
bool is_default_class(std::string_view method, std::string_view type, bool is_list, std::string_view operator_class);

}  // namespace pgplumb::prisma
