#include "sources/prisma/check/relation_fields.h"

#include "sources/prisma/check/arguments.h"

namespace pgplumb::prisma {
namespace {

std::vector<std::string_view> names_in(const Field& field, std::string_view argument) {
  const Value* value = relation_argument(field, argument);
  if (!value) return {};
  std::vector<std::string_view> names;
  for_each_element(*value, [&](const Value& element) { names.push_back(element.text); });
  return names;
}

}  // namespace

const Value* relation_argument(const Field& field, std::string_view name) {
  return field.relation ? field.relation->argument(name) : nullptr;
}

std::vector<std::string_view> foreign_key_names(const Field& field) { return names_in(field, "fields"); }
std::vector<std::string_view> reference_names(const Field& field) { return names_in(field, "references"); }

std::string_view relation_name(const Field& field) {
  const Value* name = relation_argument(field, "name");
  return name ? std::string_view(name->text) : std::string_view();
}

}  // namespace pgplumb::prisma
