#include <pgplumb/catalog/object_id.h>

#include <tuple>

namespace pgplumb {

std::strong_ordering operator<=>(const ObjectId& a, const ObjectId& b) {
  return std::tie(a.schema, a.name, a.space, a.member) <=> std::tie(b.schema, b.name, b.space, b.member);
}

std::string display_id(const ObjectId& id) {
  if (id.space == Namespace::default_privileges)
    return std::string(id.name) + (id.schema.empty() ? "" : " in schema " + std::string(id.schema));
  std::string text;
  if (!id.schema.empty() && id.schema != "public") text = std::string(id.schema) + ".";
  text += id.name;
  if (!id.member.empty()) text += "." + std::string(id.member);
  return text;
}

}  // namespace pgplumb
