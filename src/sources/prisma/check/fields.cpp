#include <algorithm>
#include <utility>

#include "sources/prisma/check/passes.h"
#include "sources/prisma/check/scalars.h"
#include "sources/prisma/check/suggest.h"

namespace pgplumb::prisma {
namespace {

bool is_composite(const Schema& schema, std::string_view name) {
  return std::any_of(schema.tree.blocks.begin(), schema.tree.blocks.end(),
                     [&](const Block& block) { return block.kind == Block::Kind::type && block.name == name; });
}

void note_unknown_type(Schema& schema, const TypeName& type) {
  if (is_composite(schema, type.name)) return;  // said at the block
  std::vector<std::string_view> known(scalar_names.begin(), scalar_names.end());
  for (const auto& model : schema.models) known.push_back(model.name());
  for (const auto& [name, enumeration] : schema.enums_by_name) known.push_back(name);
  std::string hint = type.name == "Unsupported" ? "Unsupported(\"tsvector\")" : suggest(type.name, known);
  Span where = type.span;
  where.end = where.begin + static_cast<std::uint32_t>(type.name.size());
  schema.problems.add(where, fmt::format("unknown type \"{}\"", type.name), std::move(hint));
}

void resolve_type(Schema& schema, Field& field) {
  const TypeName& type = field.line->type;
  if (type.unsupported) {
    field.kind = Field::Kind::unsupported;
  } else if (const auto scalar = find_scalar(type.name)) {
    field.kind = Field::Kind::scalar;
    field.scalar = *scalar;
  } else if (const auto model = schema.models_by_name.find(type.name); model != schema.models_by_name.end()) {
    field.kind = Field::Kind::relation;
    field.target = model->second;
  } else if (const auto found = schema.enums_by_name.find(type.name); found != schema.enums_by_name.end()) {
    field.kind = Field::Kind::enumeration;
    field.enumeration = found->second;
  } else {
    field.model->fields_are_known = false;
    note_unknown_type(schema, type);
  }
}

void check_updated_at(Schema& schema, const Field& field) {
  const auto* attribute = find_attribute(field.line->attributes, "updatedAt");
  if (!attribute || field.kind == Field::Kind::unknown) return;
  if (field.kind != Field::Kind::scalar || field.scalar != Scalar::DateTime)
    schema.problems.add(attribute->span, "@updatedAt is for fields of type DateTime");
  else if (field.is_list())
    schema.problems.add(attribute->span, "@updatedAt is not for lists");
}

void check_map(Schema& schema, const Field& field) {
  if (field.map && field.is_relation())
    schema.problems.add(field.map->span, "@map is not for relation fields, which are no columns",
                        "put it on the scalar field that holds the foreign key");
}

constexpr std::pair<std::string_view, const Attribute * Field::*> attributes_of_fields[] = {
    {"id", &Field::id},   {"unique", &Field::unique},     {"default", &Field::given_default},
    {"map", &Field::map}, {"relation", &Field::relation}, {"ignore", &Field::ignore},
};

void find_attributes(Field& field) {
  for (const auto& attribute : field.line->attributes)
    for (const auto& [name, member] : attributes_of_fields)
      if (attribute.name == name && !(field.*member)) field.*member = &attribute;
}

void resolve_field(Schema& schema, Model& model, FieldLine& line) {
  const Field* other = model.find_field(line.name);
  if (other)
    schema.problems.add(line.name_span, fmt::format("field \"{}\" stands twice in model {}", line.name, model.name()),
                        fmt::format("first at {}", other->line->name_span.at().text()));
  Field& field = model.fields.emplace_back();
  field.line = &line;
  field.model = &model;
  field.repeated = other != nullptr;
  find_attributes(field);
  resolve_type(schema, field);
  field.database_name = mapped_name(field.map, line.name);
  check_updated_at(schema, field);
  check_map(schema, field);
}

}  // namespace

void resolve_fields(Schema& schema) {
  schema.second_thread->for_each_in_halves(schema.models, [&](Model& model) {
    model.fields.reserve(model.block->fields.size());
    for (auto& line : model.block->fields) resolve_field(schema, model, line);
  });
}

}  // namespace pgplumb::prisma
