#include "sources/prisma/check/opposite.h"

#include <algorithm>
#include <cctype>

#include "sources/prisma/check/relation_fields.h"
#include "sources/prisma/check/suggest.h"

namespace pgplumb::prisma {
namespace {

std::string begin_lower(std::string_view name) {
  std::string result(name);
  result[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(result[0])));
  return result;
}

std::string begin_upper(std::string_view name) {
  std::string result(name);
  result[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(result[0])));
  return result;
}

/// English, well enough for a suggestion: calls, companies, boxes.
std::string plural(std::string name) {
  const auto ends = [&](std::string_view end) { return name.ends_with(end); };
  if (ends("y") && name.size() > 1 && std::string_view("aeiou").find(name[name.size() - 2]) == std::string_view::npos)
    return name.replace(name.size() - 1, 1, "ies");
  return name + (ends("s") || ends("x") || ends("ch") || ends("sh") ? "es" : "s");
}

std::string free_name(const Model& model, std::string wanted, const Field& field) {
  if (!model.find_field(wanted)) return wanted;
  return begin_lower(field.name()) + begin_upper(wanted);
}

bool has_key(const Key& key, const std::vector<std::string_view>& sorted_names) {
  std::vector<std::string_view> names;
  for (const auto& field : key.fields) names.push_back(field.field->name());
  std::sort(names.begin(), names.end());
  return names == sorted_names;
}

/// `@relation("name")`, or nothing where the relation needs no name.
std::string naming(const Field& field) {
  const auto name = relation_name(field);
  if (!name.empty()) return fmt::format(" @relation(\"{}\")", name);
  return field.model == field.target ? fmt::format(" @relation(\"{}\")", begin_upper(field.name())) : "";
}

/// The side that the foreign key does not stand on.
std::string many_side(const Field& field) {
  const std::string_view type = field.model->name();
  const bool is_one = is_unique_key(*field.model, foreign_key_names(field));
  const std::string name = free_name(*field.target, is_one ? begin_lower(type) : plural(begin_lower(type)), field);
  return fmt::format("{} {}{}{}", name, type, is_one ? "?" : "[]", naming(field));
}

/// The side that the foreign key stands on, and the key's own field.
std::string one_side(const Field& field) {
  const Model& model = *field.model;
  const std::string name = free_name(*field.target, begin_lower(model.name()), field);
  const auto relation = relation_name(field);
  const auto prefix = relation.empty() && field.model != field.target
                          ? ""
                          : fmt::format("\"{}\", ", relation.empty() ? begin_upper(field.name()) : relation);
  if (!model.id || model.id->fields.size() != 1)
    return fmt::format("{0} {1} @relation({2}fields: […], references: […])", name, model.name(), prefix);
  const Field& id = *model.id->fields[0].field;
  return fmt::format("{0} {1} @relation({2}fields: [{0}{3}], references: [{4}])  and  {0}{3} {5}", name, model.name(), prefix,
                     begin_upper(id.name()), id.name(), id.line->type.name);
}

}  // namespace

bool is_unique_key(const Model& model, std::vector<std::string_view> names) {
  std::sort(names.begin(), names.end());
  if (model.id && has_key(*model.id, names)) return true;
  return std::any_of(model.uniques.begin(), model.uniques.end(), [&](const Key& key) { return has_key(key, names); });
}

std::string suggest_foreign_key(const Field& field) {
  const Model& target = *field.target;
  if (!target.id || target.id->fields.size() != 1) return "fields: […], references: […]";
  const auto id = target.id->fields[0].field->name();
  return fmt::format("fields: [{}{}], references: [{}]", field.name(), begin_upper(id), id);
}

void note_missing_opposite(Schema& schema, const Field& field) {
  const std::string line = field.is_list() ? one_side(field) : many_side(field);
  std::string hint = fmt::format("add to model {}:  {}", field.target->name(), line);
  if (field.model == field.target && relation_name(field).empty())
    hint += fmt::format("  and @relation(\"{}\", …) here", begin_upper(field.name()));
  schema.problems.add(field.line->span,
                      fmt::format("relation field \"{}\" of {} has no opposite field in {}", field.name(), field.model->name(),
                                  field.target->name()),
                      std::move(hint));
}

}  // namespace pgplumb::prisma
