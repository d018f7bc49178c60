#include "commands/gather.h"

#include <pgplumb/reports/report.h>
#include <pgplumb/sources/snapshot.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <future>
#include <set>

#include "reports/wording.h"
#include "sources/database/url.h"
#include "sources/discovery.h"

namespace pgplumb {

namespace {

constexpr std::array roles{Role::model, Role::migrations, Role::database};

/// One place a role; several are refused rather than one of them dropped.
void assign(std::vector<SourceRequest>& requests, Role role, Place place) {
  SourceRequest& request = requests[static_cast<std::size_t>(role)];
  if (request.place)
    throw Error("two places for " + std::string(role_name(role)) + ": " + neutralise(request.place->display) + " and " +
                    neutralise(place.display),
                {}, "give one; pgplumb diff EXPECTED ACTUAL compares two places of one kind");
  request.place = std::move(place);
}

bool names_any_source(const SourceOptions& options) {
  return !options.places.empty() || !options.models.empty() || !options.migrations.empty() || options.database;
}

std::vector<SourceRequest> given(const SourceOptions& options) {
  std::vector<SourceRequest> requests;
  for (Role role : roles) requests.push_back({role, std::nullopt, "not given"});
  for (const std::string& text : options.places) {
    Place place = recognise_place(text);
    assign(requests, usual_role(place), std::move(place));
  }
  for (const std::string& text : options.models) assign(requests, Role::model, recognise_place(text));
  for (const std::string& text : options.migrations)
    assign(requests, Role::migrations, recognise_migrations(text, options.layout));
  if (options.database) assign(requests, Role::database, recognise_place(*options.database));
  SourceRequest& database = requests[static_cast<std::size_t>(Role::database)];
  const auto& model = requests[static_cast<std::size_t>(Role::model)].place;
  if (!database.place) database = discover_database(model ? &*model : nullptr, std::filesystem::current_path());
  return requests;
}

/// Prisma's ?schema= decides where models go, and unqualified names of migrations.
ReadOptions read_options(const std::vector<SourceRequest>& requests, const SourceOptions& options) {
  ReadOptions read;
  read.schemas = options.schemas;
  read.layout = options.layout;
  for (const SourceRequest& request : requests)
    if (request.place && request.place->type == PlaceType::database)
      if (const std::string schema = read_database_url(request.place->text).schema; !schema.empty()) read.default_schema = schema;
  return read;
}

/// What one reader gave: a source, or why there is none.
struct Reading {
  std::optional<Source> source;
  std::optional<Error> error;
};

Reading read_one(const SourceRequest& request, const ReadOptions& options) {
  try {
    return {read_source(request.role, *request.place, options), std::nullopt};
  } catch (const Error& error) {
    return {std::nullopt, error};
  }
}

std::size_t count_tables(const Catalog& catalog) {
  return static_cast<std::size_t>(std::count_if(catalog.entries().begin(), catalog.entries().end(),
                                                [](const Entry& entry) { return entry.id.space == Namespace::relation; }));
}

std::size_t count_tables_in_part(const Catalog& catalog) {
  return static_cast<std::size_t>(std::count_if(catalog.entries().begin(), catalog.entries().end(), [](const Entry& entry) {
    return entry.id.space == Namespace::relation && entry.stated_in_part;
  }));
}

std::string schemas_of(const Source& source, const ReadOptions& options) {
  std::string names;
  if (!options.schemas.empty())
    for (const std::string& schema : options.schemas) names += (names.empty() ? "" : ", ") + schema;
  else
    for (const Entry& entry : source.catalog.entries())
      if (entry.id.space == Namespace::schema) names += (names.empty() ? "" : ", ") + std::string(entry.id.name);
  return names;
}

/// "9 files"; "1 file, 3 migrations" where a file holds several.
std::string counted_migrations(const Catalog& catalog) {
  std::set<const std::string*> files;
  for (const Migration& migration : catalog.migrations) files.insert(migration.file);
  using reports::counted;
  const std::size_t migrations = catalog.migrations.size();
  return counted(files.size(), "file") + (migrations > files.size() ? ", " + counted(migrations, "migration") : "");
}

std::string detail_of(const Source& source, const ReadOptions& options) {
  std::string detail;
  if (source.role == Role::database && source.place.type == PlaceType::database) detail = "schema " + schemas_of(source, options);
  if (source.role == Role::migrations) {
    detail = counted_migrations(source.catalog) + " (" + source.layout + ")";
  }
  if (const auto tables = count_tables_in_part(source.catalog))
    detail += "; states " + std::to_string(tables) + (tables == 1 ? " table in part" : " tables in part");
  if (!source.notice.empty()) detail += (detail.empty() ? "" : "; ") + source.notice;
  return detail;
}

SourceSummary summary_of(const Source& source, const ReadOptions& options) {
  return {source.id,
          std::string(role_name(source.role)),
          std::string(place_type_name(source.place.type)),
          source.place.display,
          source.state == Source::State::in_part ? "in-part" : "read",
          detail_of(source, options),
          source.catalog.entries().size(),
          count_tables(source.catalog),
          source.server};
}

SourceSummary not_read(const SourceRequest& request, std::string state, std::string why) {
  const std::string role(role_name(request.role));
  const std::string type = request.place ? std::string(place_type_name(request.place->type)) : "";
  return {role, role, type, request.place ? request.place->display : "", std::move(state), std::move(why), 0, 0, ""};
}

/// Ids are roles; a second source of one role is numbered.
void name_sources(std::vector<Source>& sources) {
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto earlier = std::count_if(sources.begin(), sources.begin() + static_cast<std::ptrdiff_t>(i),
                                       [&](const Source& one) { return one.role == sources[i].role; });
    sources[i].id = std::string(role_name(sources[i].role)) + (earlier ? ":" + std::to_string(earlier + 1) : "");
  }
}

}  // namespace

Role usual_role(const Place& place) {
  switch (place.type) {
    case PlaceType::prisma:
      return Role::model;
    case PlaceType::database:
      return Role::database;
    case PlaceType::snapshot:
      return role_of_snapshot(place.text).value_or(Role::database);
    default:
      return Role::migrations;
  }
}

std::vector<const Source*> Gathered::views() const {
  std::vector<const Source*> all;
  for (const Source& source : sources) all.push_back(&source);
  return all;
}

std::vector<SourceRequest> requests_of(const SourceOptions& options) {
  if (names_any_source(options)) return given(options);
  Discovered found = discover(std::filesystem::current_path());
  return {std::move(found.model), std::move(found.migrations), std::move(found.database)};
}

Gathered gather(const std::vector<SourceRequest>& requests, const SourceOptions& options) {
  const ReadOptions read = read_options(requests, options);
  std::vector<std::future<Reading>> readings;
  for (const SourceRequest& request : requests)
    readings.push_back(request.place ? std::async(std::launch::async, [&] { return read_one(request, read); })
                                     : std::future<Reading>());
  Gathered gathered;
  std::vector<Reading> done;
  for (auto& reading : readings) done.push_back(reading.valid() ? reading.get() : Reading{});
  for (Reading& reading : done)
    if (reading.source) gathered.sources.push_back(std::move(*reading.source));
  name_sources(gathered.sources);
  std::size_t next = 0;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    if (done[i].source) {
      gathered.summaries.push_back(summary_of(gathered.sources[next++], read));
    } else if (done[i].error) {
      gathered.summaries.push_back(not_read(requests[i], "not-read", done[i].error->message()));
      gathered.errors.push_back(*done[i].error);
    } else {
      gathered.summaries.push_back(not_read(requests[i], "not-looked-at", requests[i].missing_because));
    }
  }
  return gathered;
}

void insist_on_requirements(const Gathered& gathered, const SourceOptions& options) {
  for (const std::string& role : options.require) {
    const auto found = std::find_if(gathered.summaries.begin(), gathered.summaries.end(),
                                    [&](const SourceSummary& one) { return one.role == role; });
    if (found != gathered.summaries.end() && found->state == "not-looked-at")
      throw Error(role + " is required, but was not looked at: " + found->detail, {},
                  "give --" + role + ", or leave it out of --require");
  }
  const auto unmatched = unmatched_globs(gathered.views(), options.only);
  if (!unmatched.empty() && gathered.errors.empty())
    throw Error("--only " + neutralise(unmatched.front()) + " matches no table or type of any source", {},
                "globs match names such as call_log, auth.users or call_*");
}

CompareOptions compare_options(const SourceOptions& options) { return {options.schemas, options.only}; }

}  // namespace pgplumb
