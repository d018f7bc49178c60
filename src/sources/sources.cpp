// The list of sources: to add one, its folder, one include and one line here.
#include <pgplumb/sources/source.h>

#include <algorithm>
#include <array>

#include "history/own_tables.h"
#include "sources/database/read_database.h"
#include "sources/migrations/migrations.h"
#include "sources/prisma/prisma.h"
#include "sources/snapshot/read_snapshot.h"

namespace pgplumb {

namespace {

struct SourceReader {
  PlaceType type;
  std::string_view name;  ///< as `type` in JSON
  void (*read)(const Place&, const ReadOptions&, Source&);
};

constexpr auto readers = std::to_array<SourceReader>({
    {PlaceType::prisma, "prisma", read_prisma},
    {PlaceType::migrations, "migrations", read_migrations},
    {PlaceType::sql, "sql", read_migrations},
    {PlaceType::standard_input, "sql", read_migrations},
    {PlaceType::database, "postgresql", read_database},
    {PlaceType::snapshot, "snapshot", read_snapshot},
});

const SourceReader& reader_of(PlaceType type) {
  return *std::find_if(readers.begin(), readers.end(), [&](const SourceReader& reader) { return reader.type == type; });
}

}  // namespace

std::string_view role_name(Role role) {
  switch (role) {
    case Role::model:
      return "model";
    case Role::migrations:
      return "migrations";
    case Role::database:
      return "database";
  }
  return {};
}

std::string_view place_type_name(PlaceType type) { return reader_of(type).name; }

Source read_source(Role role, const Place& place, const ReadOptions& options) {
  Source source;
  source.id = role_name(role);
  source.role = role;
  source.place = place;
  reader_of(place.type).read(place, options, source);
  const bool says_only_what_is_needed =
      role == Role::model && place.type != PlaceType::prisma && place.type != PlaceType::snapshot;
  if (says_only_what_is_needed) source.catalog.state_in_part();
  if (role != Role::model) set_history_tables_aside(source.catalog);
  return source;
}

}  // namespace pgplumb
