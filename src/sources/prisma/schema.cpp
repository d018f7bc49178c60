#include "sources/prisma/schema.h"

namespace pgplumb::prisma {

const Attribute* find_attribute(const std::vector<Attribute>& attributes, std::string_view name) {
  for (const auto& attribute : attributes)
    if (attribute.name == name) return &attribute;
  return nullptr;
}

const Attribute* Field::attribute(std::string_view name) const { return find_attribute(line->attributes, name); }
const Attribute* Model::attribute(std::string_view name) const { return find_attribute(block->attributes, name); }

Field* Model::find_field(std::string_view name) const {
  const auto found = fields_by_name.find(name);
  return found == fields_by_name.end() ? nullptr : found->second;
}

const EnumLine* EnumType::find_value(std::string_view name) const {
  for (const auto& value : block->values)
    if (value.name == name) return &value;
  return nullptr;
}

std::string mapped_name(const std::vector<Attribute>& attributes, std::string_view name) {
  const auto* map = find_attribute(attributes, "map");
  const auto* given = map ? map->argument("name") : nullptr;
  return given && given->is(Value::Kind::string) ? given->text : std::string(name);
}

}  // namespace pgplumb::prisma
