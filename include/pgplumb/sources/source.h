// Sources: a place that states a schema, and the catalog read from it.
#pragma once

#include <pgplumb/catalog/catalog.h>
#include <pgplumb/history/record.h>
#include <pgplumb/sources/servers.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

enum class Role { model, migrations, database };
std::string_view role_name(Role role);

/// What kind of reader a place calls for. The list of them stands in src/sources/sources.cpp.
enum class PlaceType { prisma, migrations, sql, standard_input, database, snapshot };
std::string_view place_type_name(
    PlaceType type);  ///< as `type` in JSON: "prisma", "migrations", "sql", "sql", "postgresql", "snapshot"

/// A place as the user named it (or as it was found), recognised by what it is.
struct Place {
  PlaceType type;
  std::string text;     ///< a path, "-", or for a database the connection string; never printed for a database, see `display`
  std::string display;  ///< what may be printed: "prisma/schema.prisma", "shop at db-1"
};

/// Recognises a bare place. Throws Error (exit 2) when it is nothing we know, or is not there.
Place recognise_place(const std::string& text);
/// The same where a folder of migrations is laid out as `layout` names, "" for none: then it needs no marks.
Place recognise_place(const std::string& text, const std::string& layout);
/// The same for a place of migrations whose layout is named, "" for none: then a path needs no marks.
Place recognise_migrations(const std::string& text, const std::string& layout);

/// What one role was given or found, and why nothing where it is nothing.
struct SourceRequest {
  Role role;
  std::optional<Place> place;
  std::string missing_because;  ///< "DATABASE_URL is not set", "none found", when `place` is empty
  std::string name = {};        ///< of several models, as the user named it: old=…; "" for none
};

/// Migrations that are carried out, in memory, on what is read of a database.
struct Deploy {
  Place migrations;
  std::set<std::string> names;  ///< those of the place that are pending
};

/// What came of it.
struct Deployed {
  std::vector<std::string> done;    ///< names, in their order
  std::string failed;               ///< the one that did not go through; "" when all did. The last problem of the catalog is its
  std::vector<std::string> behind;  ///< those that a tool would not have come to
};

/// A schema that a place names, and what it is taken for: one tenant's for another's.
struct SchemaAlias {
  std::string named, meant;  ///< both "" for none
  bool is_set() const { return !named.empty(); }
};

/// Filters and options that readers need.
struct ReadOptions {
  std::vector<std::string> schemas;       ///< --schema; empty for the source's own choice
  std::string default_schema = "public";  ///< where Prisma's models go: ?schema= of the URL
  /// Where unqualified names of migrations go if not there: as Source::path_schema of the database. "" for default_schema.
  std::string path_schema = {};
  const std::string& schema_of_migrations() const { return path_schema.empty() ? default_schema : path_schema; }
  SchemaAlias alias = {};          ///< of models and migrations
  std::string layout;              ///< --layout: how migrations are laid out; "" to recognise it
  bool owners = false;             ///< --owners
  bool privileges = false;         ///< --privileges
  const Deploy* deploy = nullptr;  ///< null to read the database as it is
  Servers* servers = nullptr;      ///< those that are compared; null for none
  int connect_timeout = 10;        ///< seconds
  int statement_timeout = 60;      ///< seconds
};

/// A source that was read. `id` is the role's name, unless several have it.
struct Source {
  enum class State { read, in_part, not_read };
  std::string id;
  Role role;
  Place place;
  State state = State::read;
  std::string layout;    ///< migrations: "prisma", "flyway", "folder", "file" …
  std::string deploy;    ///< migrations: the command that applies what is pending, "goose up"; "" where none is known
  std::string server;    ///< database: "PostgreSQL 15.8"
  std::string database;  ///< database: its name; "chat"
  std::string host;      ///< database: "localhost", "db-1"
  /// database: the first schema that a connection of this role to it finds by itself (search_path), "$user" left out
  std::string path_schema;
  std::string error;                 ///< when not read
  std::string notice;                ///< "a migration is running now", "" for none
  std::optional<Deployed> deployed;  ///< database: what was carried out on what it has; none where it was read as it is
  /// database: the history tables that migration tools keep in it, those of the default schema first.
  std::vector<HistoryTable> histories;

  Catalog catalog;
};

/// Reads one place in a role. Throws Error when it cannot be read at all; what is read in part is in the catalog's problems and
/// not_compared.
Source read_source(Role role, const Place& place, const ReadOptions& options);

}  // namespace pgplumb
