#include "kinds/extension/ddl.h"

#include <algorithm>
#include <array>

namespace pgplumb {

namespace {

/// What the widespread extensions own, by name, so that a file that only says CREATE EXTENSION speaks of them too; and the
/// schemas that PostgreSQL makes for them, `schema` in their control files, which are left without an owner.
struct Owned {
  std::string_view extension;
  std::string_view name;
};
constexpr std::array owned_by_extensions = {
    Owned{"citext", "citext"},
    Owned{"hstore", "hstore"},
    Owned{"ltree", "ltree"},
    Owned{"ltree", "lquery"},
    Owned{"cube", "cube"},
    Owned{"vector", "vector"},
    Owned{"vector", "halfvec"},
    Owned{"vector", "sparsevec"},
    Owned{"pg_stat_statements", "pg_stat_statements"},
    Owned{"pg_stat_statements", "pg_stat_statements_info"},
    Owned{"postgis", "geometry"},
    Owned{"postgis", "geography"},
    Owned{"postgis", "box2d"},
    Owned{"postgis", "box3d"},
    Owned{"postgis", "spatial_ref_sys"},
    Owned{"postgis", "geometry_columns"},
    Owned{"postgis", "geography_columns"},
    Owned{"postgis_tiger_geocoder", "tiger"},
    Owned{"postgis_tiger_geocoder", "tiger_data"},
    Owned{"postgis_topology", "topology"},
    Owned{"pg_tle", "pgtle"},
    Owned{"pgmq", "pgmq"},
};

/// `requires` in the control files of the widespread extensions: what CASCADE makes as well.
struct Required {
  std::string_view by;
  std::string_view extension;
};
constexpr std::array required_extensions = {
    Required{"earthdistance", "cube"},
    Required{"pgrouting", "postgis"},
    Required{"postgis_raster", "postgis"},
    Required{"postgis_sfcgal", "postgis"},
    Required{"postgis_tiger_geocoder", "postgis"},
    Required{"postgis_tiger_geocoder", "fuzzystrmatch"},
    Required{"postgis_topology", "postgis"},
    Required{"vectorscale", "vector"},
};

/// It says nothing of a database that it is there; extensions.sql leaves it out as well.
constexpr std::string_view in_every_database = "plpgsql";

/// A version or schema that is not stated is the extension's own business.
void accept_any(Draft::Item& item, std::string_view field) { item.notes.edit().accepts.push_back({field, true, {}}); }

std::string_view option_of(const List* options, std::string_view name) {
  for (const Node* node : nodes_of(options))
    if (const auto* option = as<DefElem>(node); view_of(option->defname) == name) return text_of(option->arg);
  return {};
}

bool has_option(const List* options, std::string_view name) {
  const auto nodes = nodes_of(options);
  return std::any_of(nodes.begin(), nodes.end(), [&](const Node* node) { return view_of(as<DefElem>(node)->defname) == name; });
}

/// False where it is there already.
bool declare(Session& session, std::string_view name, const Extension& extension) {
  for (const Owned& owned : owned_by_extensions)
    if (owned.extension == name) session.extension_owned.emplace(owned.name);
  const Symbol* before = session.draft().find(Namespace::extension, nullptr, name);
  if (before && may_be_gone(*session.draft().item(before))) session.draft().drop(before);  // from here on it is there
  const Symbol* made = session.draft().declare(Namespace::extension, nullptr, name, extension, session.at());
  if (!made) return false;
  session.draft().change(made, [&](Draft::Item& item) {
    if (extension.version.empty()) accept_any(item, "version");
    if (extension.schema.empty()) accept_any(item, "schema");
  });
  return true;
}

}  // namespace

bool read_create_extension(Session& session, const Node* node) {
  const auto* statement = as<CreateExtensionStmt>(node);
  const std::string_view name = view_of(statement->extname);
  if (name == in_every_database) return ++session.statements_without_effect, true;
  const Extension extension{option_of(statement->options, "new_version"), option_of(statement->options, "schema")};
  if (!declare(session, name, extension) && !statement->if_not_exists)
    fail(sqlstate::duplicate_object, "extension " + quoted_name({}, name) + " already exists");
  if (has_option(statement->options, "cascade"))
    for (const Required& required : required_extensions)
      if (required.by == name) declare(session, required.extension, {{}, extension.schema});
  return true;
}

bool move_extension(Session& session, const Node* node) {
  const auto* statement = as<AlterObjectSchemaStmt>(node);
  if (statement->objectType != OBJECT_EXTENSION) return false;
  const std::string_view name = text_of(statement->object);
  const Symbol* extension = session.draft().find(Namespace::extension, nullptr, name);
  if (!extension && session.passes_over("ALTER EXTENSION", {}, name)) return true;
  if (!extension) fail(sqlstate::undefined_object, "extension " + quoted_name({}, name) + " does not exist");
  const std::string before = session.draft().object<Extension>(extension)->schema.str();
  for (const Owned& owned : owned_by_extensions)
    if (owned.extension == name)
      session.draft().rename_phantom(before.empty() ? "public" : before, owned.name, view_of(statement->newschema), owned.name);
  session.draft().change(extension, [&](Draft::Item& item) {
    std::get<Extension>(item.object).schema = view_of(statement->newschema);
    std::erase_if(item.notes.edit().accepts, [](const Acceptance& one) { return one.field == "schema"; });
  });
  session.record(Event::Verb::altered, extension, "schema");
  return true;
}

bool read_alter_extension(Session& session, const Node* node) {
  const auto* statement = as<AlterExtensionStmt>(node);
  const std::string_view name = view_of(statement->extname);
  const Symbol* extension = session.draft().find(Namespace::extension, nullptr, name);
  if (!extension && session.passes_over("ALTER EXTENSION", {}, name)) return true;
  if (!extension) fail(sqlstate::undefined_object, "extension " + quoted_name({}, name) + " does not exist");
  const Text version = option_of(statement->options, "new_version");
  session.draft().change(extension, [&](Draft::Item& item) {
    std::get<Extension>(item.object).version = version;
    std::erase_if(item.notes.edit().accepts, [](const Acceptance& one) { return one.field == "version"; });
    if (version.empty()) accept_any(item, "version");
  });
  return true;
}

}  // namespace pgplumb
