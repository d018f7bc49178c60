#include <pgplumb/error.h>
#include <pgplumb/sources/snapshot.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "history/tool.h"
#include "sources/snapshot/catalog_fields.h"
#include "sources/snapshot/members.h"

namespace pgplumb {

namespace {

using Json = nlohmann::ordered_json;
using namespace snapshot;

/// The names from the outermost to its own: ["public", "calls", "id"].
Json path_of(const Symbol* symbol) {
  if (!symbol) return nullptr;
  Json path = symbol->parent ? path_of(symbol->parent) : Json::array();
  path.push_back(symbol->text);
  return path;
}

template <class T>
Json json_of(const T& value) {
  if constexpr (std::is_arithmetic_v<T>) {
    return value;
  } else if constexpr (NamedEnum<T>) {
    return show_value(value);
  } else if constexpr (std::is_enum_v<T>) {
    return static_cast<int>(value);
  } else if constexpr (std::is_convertible_v<T, std::string_view>) {
    return std::string(value);
  } else if constexpr (KeptText<T>) {
    return value.str();
  } else if constexpr (std::is_same_v<T, const Symbol*>) {
    return path_of(value);
  } else if constexpr (std::is_same_v<T, const HistoryTool*>) {
    return value->name;
  } else if constexpr (requires { *value; }) {
    return value ? json_of(*value) : Json();
  } else if constexpr (Container<T>) {
    Json array = Json::array();
    for (const auto& item : value) array.push_back(json_of(item));
    return array;
  } else {
    Json members = Json::array();
    with_members(value, [&](const auto&... member) { (members.push_back(json_of(member)), ...); });
    return has_one_member<T> ? members.front() : members;
  }
}

/// Names to the value, left out where it is the usual one.
template <class T>
void add_unless(const T& usual, Json& object, std::string_view name, const T& value) {
  Json json = json_of(value);
  if (json != json_of(usual)) object[std::string(name)] = std::move(json);
}

Json fields_of(const Object& object) {
  Json fields = Json::object();
  std::visit(
      [&](const auto& kind) {
        using Kind = std::decay_t<decltype(kind)>;
        const Kind usual;
        Kind::fields(
            [&](const auto&... field) { (add_unless(usual.*field.member, fields, field.name, kind.*field.member), ...); });
      },
      object);
  return fields;
}

Json json_of_entry(const Entry& entry) {
  static const Entry usual;
  Json json{{"kind", kind_of(entry.object)}, {"space", static_cast<int>(entry.id.space)}, {"name", path_of(entry.symbol)}};
  if (Json fields = fields_of(entry.object); !fields.empty()) json["fields"] = std::move(fields);
  std::vector<Json> usual_values;
  for_each_entry_field(usual, *usual.notes, [&](const char*, const auto& value) { usual_values.push_back(json_of(value)); });
  auto next = usual_values.begin();
  for_each_entry_field(entry, *entry.notes, [&](const char* name, const auto& value) {
    if (Json mine = json_of(value); mine != *next++) json[name] = std::move(mine);
  });
  return json;
}

}  // namespace

void write_snapshot(const Source& source, std::ostream& out) try {
  Json head{{"version", PGPLUMB_VERSION}, {"snapshot", format_number}, {"role", role_name(source.role)}};
  for_each_source_field(source, [&](const char* name, const auto& value) { head[name] = json_of(value); });
  out << "{\n\"pgplumb\": " << head;
  for_each_catalog_field(source.catalog,
                         [&](const char* name, const auto& value) { out << ",\n\"" << name << "\": " << json_of(value); });
  out << ",\n\"histories\": " << json_of(source.histories) << ",\n\"objects\": [";
  const char* separator = "\n";
  for (const Entry& entry : source.catalog.entries()) out << std::exchange(separator, ",\n") << json_of_entry(entry);
  out << "\n]\n}\n";
} catch (const nlohmann::json::exception& error) {
  throw Error("no snapshot can be written of " + source.place.display + ": a name or text in it is no UTF-8", {},
              "JSON holds UTF-8 only");
}

}  // namespace pgplumb
