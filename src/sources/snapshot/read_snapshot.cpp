#include "sources/snapshot/read_snapshot.h"

#include <pgplumb/error.h>
#include <pgplumb/sources/snapshot.h>

#include <charconv>
#include <fstream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "history/tool.h"
#include "sources/extract.h"
#include "sources/schema_alias.h"
#include "sources/snapshot/catalog_fields.h"
#include "sources/snapshot/members.h"

namespace pgplumb {

namespace {

using Json = nlohmann::json;
using namespace snapshot;

/// What the entries' views and references point into.
class Names {
 public:
  explicit Names(const SchemaAlias& alias) : alias_(alias) {}

  /// One Symbol for each path, so that a reference and the object that it means share it.
  Symbol* symbol(const Json& path) {
    std::string key;
    for (const Json& name : path) key += name.get_ref<const std::string&>() + '\0';
    Symbol*& known = by_path_[key];
    if (!known) known = make(path);
    return known;
  }
  /// A Symbol of its own: a constraint may bear the name of a column, an extension that of a schema.
  Symbol* make(const Json& path) {
    Json parents = path;
    parents.erase(parents.size() - 1);
    const std::string& name = path.back().get_ref<const std::string&>();
    const bool is_alias = parents.empty() && alias_.is_set() && name == alias_.named;
    return symbols_.make(is_alias ? alias_.meant : name, parents.empty() ? nullptr : symbol(parents));
  }
  std::string_view keep(const std::string& text) { return texts_.emplace_back(text); }

 private:
  SchemaAlias alias_;
  Symbols symbols_;
  std::map<std::string, Symbol*> by_path_;
  std::deque<std::string> texts_;
};

class ObjectReader {
 public:
  explicit ObjectReader(const SchemaAlias& alias) : names_(std::make_shared<Names>(alias)) {}

  Entry read_entry(const Json& json) {
    Entry entry;
    const Json& path = json.at("name");
    entry.id.space = static_cast<Namespace>(json.at("space").get<int>());
    entry.object = object_of(json.at("kind").get<std::string>(), json.value("fields", Json::object()));
    entry.symbol = is_referred_to(entry.id.space) ? names_->symbol(path) : names_->make(path);
    name_entry(entry);
    Notes notes;
    for_each_entry_field(entry, notes, [&](const char* name, auto& value) { read_if_there(json, name, value); });
    entry.notes = std::move(notes);
    return entry;
  }

  template <class T>
  void read_if_there(const Json& object, const char* name, T& value) {
    if (const auto found = object.find(name); found != object.end()) read(*found, value);
  }

  std::shared_ptr<const void> names() const { return names_; }

 private:
  static bool is_referred_to(Namespace space) {
    return space == Namespace::schema || space == Namespace::column || !(is_member(space) || is_global(space));
  }

  static void name_entry(Entry& entry) {
    std::vector<std::string_view> path;
    for (const Symbol* symbol = entry.symbol; symbol; symbol = symbol->parent) path.insert(path.begin(), symbol->text);
    if (path.size() == 1) entry.id.name = path[0];
    if (path.size() > 1) std::tie(entry.id.schema, entry.id.name) = std::tie(path[0], path[1]);
    if (path.size() > 2) entry.id.member = path[2];
  }

  template <class Kind>
  bool read_kind(std::string_view kind, const Json& fields, Object& object) {
    if (kind != Kind::kind) return false;
    Kind read_object;
    Kind::fields(
        [&](const auto&... field) { (read_if_there(fields, std::string(field.name).c_str(), read_object.*field.member), ...); });
    object = std::move(read_object);
    return true;
  }
  template <std::size_t... I>
  Object object_of(std::string_view kind, const Json& fields, std::index_sequence<I...>) {
    Object object;
    if (!(read_kind<std::variant_alternative_t<I, AnyKind>>(kind, fields, object) || ...))
      throw Error("a snapshot of a newer version: the kind " + std::string(kind) + " is not known here");
    return object;
  }
  Object object_of(std::string_view kind, const Json& fields) {
    return object_of(kind, fields, std::make_index_sequence<std::variant_size_v<AnyKind>>());
  }

  template <class T>
  static T value_named(const std::string& name) {
    for (int i = 0; i < 64; ++i)
      if (show_value(static_cast<T>(i)) == name) return static_cast<T>(i);
    throw Error("a snapshot of a newer version: the value " + name + " is not known here");
  }

  static const HistoryTool* tool_named(const std::string& name) {
    for (const HistoryTool* tool : history_tools())
      if (tool->name == name) return tool;
    throw Error("a snapshot of a newer version: the migration tool " + name + " is not known here");
  }

  const Symbol* symbol_of(const Json& path) {
    if (path.is_null()) return nullptr;
    if (path.size() == 2 && path[0] == pg_catalog()->text)
      if (const Symbol* known = builtin_type(path[1].get<std::string>())) return known;
    return names_->symbol(path);
  }

  template <class T>
  void read(const Json& json, T& value) {
    if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
      json.get_to(value);
    } else if constexpr (NamedEnum<T>) {
      value = value_named<T>(json.get<std::string>());
    } else if constexpr (std::is_enum_v<T>) {
      value = static_cast<T>(json.get<int>());
    } else if constexpr (std::is_same_v<T, std::string_view>) {
      value = names_->keep(json.get<std::string>());
    } else if constexpr (KeptText<T>) {
      value = T(json.get<std::string>());
    } else if constexpr (std::is_same_v<T, const Symbol*>) {
      value = symbol_of(json);
    } else if constexpr (std::is_same_v<T, const HistoryTool*>) {
      value = tool_named(json.get<std::string>());
    } else if constexpr (std::is_same_v<T, const std::string*>) {
      value = json.is_null() ? nullptr : remember_file(json.get<std::string>());
    } else if constexpr (requires { typename T::element_type; }) {
      read_shared(json, value);
    } else if constexpr (Container<T>) {
      for (const Json& item : json) value.insert(value.end(), read_new<typename T::value_type>(item));
    } else if constexpr (has_one_member<T>) {
      with_members(value, [&](auto& member) { read(json, member); });
    } else {
      std::size_t next = 0;  // what a snapshot of an earlier version does not have stands at the end
      const auto read_next = [&](auto& member) {
        if (next < json.size()) read(json.at(next), member);
        ++next;
      };
      with_members(value, [&](auto&... member) { (read_next(member), ...); });
    }
  }
  template <class T>
  T read_new(const Json& json) {
    T value{};
    read(json, value);
    return value;
  }
  template <class T>
  void read_shared(const Json& json, std::shared_ptr<const T>& value) {
    if (!json.is_null()) value = std::make_shared<const T>(read_new<T>(json));
  }
  template <class T>
  void read_shared(const Json& json, Seldom<T>& value) {
    if (!json.is_null()) value = read_new<T>(json);
  }

  std::shared_ptr<Names> names_;
};

constexpr std::string_view head_name = "pgplumb", objects_name = "objects";

/// Takes each object as soon as it is read and keeps none of its JSON.
Json read_objects(std::istream& file, ObjectReader& reader, std::vector<Entry>& entries) {
  bool in_objects = false;
  return Json::parse(file, [&](int depth, Json::parse_event_t event, Json& parsed) {
    if (depth == 1 && event == Json::parse_event_t::key) in_objects = parsed == objects_name;
    if (!in_objects || depth != 2 || event != Json::parse_event_t::object_end) return true;
    entries.push_back(reader.read_entry(parsed));
    return false;
  });
}

void insist_on_format(const Json& head) {
  if (const int format = head.at("snapshot").get<int>(); format != format_number)
    throw Error("a snapshot of format " + std::to_string(format) + "; this version reads format " + std::to_string(format_number),
                {},
                "take it anew with this version, or read it with version " + head.value("version", std::string("that wrote it")));
}

Position place_of(const std::string& path, std::size_t byte) {
  std::ifstream file(path, std::ios::binary);
  std::uint32_t line = 1, column = 1;
  for (char c; byte > 1 && file.get(c); --byte) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    if (c == '\n')
      ++line, column = 1;
    else
      column += !continues;
  }
  return {remember_file(path), line, column};
}

/// The head, which stands first: the rest of the file is not looked at.
std::optional<Json> read_head(const std::string& path) {
  constexpr std::streamsize enough = 4096;
  std::ifstream file(path, std::ios::binary);
  std::string begin(enough, '\0');
  file.read(begin.data(), enough);
  begin.resize(static_cast<std::size_t>(file.gcount()));
  std::optional<Json> head;
  bool in_head = false;
  const auto take_head = [&](int depth, Json::parse_event_t event, Json& parsed) {
    if (depth == 1 && event == Json::parse_event_t::key) in_head = parsed == head_name;
    if (in_head && depth == 1 && event == Json::parse_event_t::object_end) head = parsed;
    return true;
  };
  [[maybe_unused]] const Json cut_off = Json::parse(begin, take_head, false);
  return head;
}

/// 130000 of "PostgreSQL 13.4"; 0 of what is no server.
int version_number(std::string_view server) {
  constexpr std::string_view product = "PostgreSQL ";
  int major = 0;
  if (server.starts_with(product)) std::from_chars(server.data() + product.size(), server.data() + server.size(), major);
  return major * 10000;
}

}  // namespace

std::optional<Role> role_of_snapshot(const std::string& path) {
  const auto head = read_head(path);
  if (!head || !head->contains("snapshot")) return std::nullopt;
  for (const Role role : {Role::model, Role::migrations})
    if (head->value("role", "") == role_name(role)) return role;
  return Role::database;
}

void read_snapshot(const Place& place, const ReadOptions& options, Source& source) try {
  std::ifstream file(place.text, std::ios::binary);
  ObjectReader reader(options.alias);
  std::vector<Entry> entries;
  if (const auto head = read_head(place.text)) insist_on_format(*head);
  const Json rest = read_objects(file, reader, entries);
  for_each_source_field(source, [&](const char* name, auto& value) { reader.read_if_there(rest.at(head_name), name, value); });
  if (options.servers) options.servers->tell_version(place, version_number(source.server));
  read_extract_as_servers_do(entries, options.servers);
  source.catalog = Catalog(std::move(entries), reader.names());
  reader.read_if_there(rest, "histories", source.histories);
  for_each_catalog_field(source.catalog, [&](const char* name, auto& value) { reader.read_if_there(rest, name, value); });
  rename_in_words(options.alias, source.catalog);
} catch (const Json::parse_error& error) {
  throw Error("this is no JSON, or cut off", place_of(place.text, error.byte), "a snapshot is written by pgplumb snapshot PLACE");
} catch (const Json::exception& error) {
  throw Error("this is no snapshot of pgplumb, or was changed: " + std::string(error.what()), {remember_file(place.text), 0, 0},
              "a snapshot is written by pgplumb snapshot PLACE");
} catch (const Error& error) {
  throw Error(error.message(), {remember_file(place.text), 0, 0}, error.hint());
}

}  // namespace pgplumb
