#include "sources/prisma/schema.h"

#include <algorithm>

namespace pgplumb::prisma {

const Attribute* find_attribute(std::span<const Attribute> attributes, std::string_view name) {
  for (const auto& attribute : attributes)
    if (attribute.name == name) return &attribute;
  return nullptr;
}

const Field* Model::find_field(std::string_view name) const {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.name() == name; });
  return found == fields.end() ? nullptr : &*found;
}

const EnumLine* EnumType::find_value(std::string_view name) const {
  for (const auto& value : block->values)
    if (value.name == name) return &value;
  return nullptr;
}

bool Schema::is_read_whole(Block::Kind kind) const {
  return tree.is_whole && std::none_of(tree.blocks.begin(), tree.blocks.end(),
                                       [&](const Block& block) { return block.kind == kind && block.has_unread_lines(); });
}

std::string_view mapped_name(const Attribute* map, std::string_view name) {
  const auto* given = map ? map->argument("name") : nullptr;
  return given && given->is(Value::Kind::string) ? std::string_view(given->text) : name;
}

}  // namespace pgplumb::prisma
