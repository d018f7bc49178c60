#include "commands/gather.h"

#include <pgplumb/reports/report.h>
#include <pgplumb/sources/snapshot.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <future>
#include <set>

#include "commands/summaries.h"
#include "sources/database/url.h"
#include "sources/discovery.h"

namespace pgplumb {

namespace {

/// What was given, by role: any number of models, one place for each of the others.
class Requests {
 public:
  void add(Role role, Place place, std::string name = {}) {
    std::optional<SourceRequest>& only = role == Role::migrations ? migrations_ : database_;
    SourceRequest request{role, std::move(place), {}, std::move(name)};
    if (role == Role::model)
      models_.push_back(std::move(request));
    else if (only)
      refuse_second(*only, *request.place);
    else
      only = std::move(request);
  }

  std::vector<SourceRequest> all() && {
    std::vector<SourceRequest> requests = std::move(models_);
    if (requests.empty()) requests.push_back({Role::model, std::nullopt, "not given"});
    const Place* model = requests.front().place ? &*requests.front().place : nullptr;
    if (!database_) database_ = discover_database(model, std::filesystem::current_path());
    requests.push_back(migrations_.value_or(SourceRequest{Role::migrations, std::nullopt, "not given"}));
    requests.push_back(*std::move(database_));
    return requests;
  }

 private:
  [[noreturn]] static void refuse_second(const SourceRequest& first, const Place& second) {
    throw Error("two places for " + std::string(role_name(first.role)) + ": " + neutralise(first.place->display) + " and " +
                    neutralise(second.display),
                {}, "give one; pgplumb diff EXPECTED ACTUAL compares two places of one kind");
  }

  std::vector<SourceRequest> models_;
  std::optional<SourceRequest> migrations_, database_;
};

/// NAME=PLACE; a connection string in words (host=db-1) has no name.
std::pair<std::string, std::string> cut_name(const std::string& text) {
  const auto is_letter = [](unsigned char c) { return std::isalnum(c) || c == '_' || c == '-' || c == '.'; };
  const std::size_t end = text.find('=');
  const bool is_name = end != std::string::npos && end > 0 &&
                       std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), is_letter);
  if (!is_name || is_database_url(text) || std::filesystem::exists(text)) return {{}, text};
  return {text.substr(0, end), text.substr(end + 1)};
}

bool names_any_source(const SourceOptions& options) {
  return !options.places.empty() || !options.models.empty() || !options.migrations.empty() || options.database;
}

std::vector<SourceRequest> given(const SourceOptions& options) {
  Requests requests;
  for (const std::string& text : options.places) {
    Place place = recognise_place(text, options.layout);
    const Role role = usual_role(place);
    requests.add(role, std::move(place));
  }
  for (const std::string& text : options.models) {
    auto [name, place] = cut_name(text);
    requests.add(Role::model, recognise_place(place), std::move(name));
  }
  for (const std::string& text : options.migrations) requests.add(Role::migrations, recognise_migrations(text, options.layout));
  if (options.database) requests.add(Role::database, recognise_place(*options.database));
  return std::move(requests).all();
}

/// Prisma's ?schema= decides where models go, and unqualified names of migrations. "" where no URL has one.
std::string schema_of_urls(const std::vector<SourceRequest>& requests) {
  std::string named;
  for (const SourceRequest& request : requests)
    if (request.place && request.place->type == PlaceType::database)
      if (std::string schema = read_database_url(request.place->text).schema; !schema.empty()) named = std::move(schema);
  return named;
}

/// The one that all databases say; "" for public, and where they differ.
std::string path_schema_of(const std::vector<Source>& sources) {
  std::set<std::string> named;
  for (const Source& source : sources)
    if (source.role == Role::database) named.insert(source.path_schema.empty() ? "public" : source.path_schema);
  return named.size() == 1 && !named.contains("public") ? *named.begin() : std::string();
}

ReadOptions read_options(const std::vector<SourceRequest>& requests, const SourceOptions& options) {
  ReadOptions read;
  read.schemas = options.schemas;
  read.layout = options.layout;
  read.owners = options.owners;
  read.privileges = options.privileges;
  if (std::string named = schema_of_urls(requests); !named.empty()) read.default_schema = std::move(named);
  return read;
}

/// What one reader gave: a source, or why there is none.
struct Reading {
  std::optional<Source> source;
  std::optional<Error> error;
};

bool is_of_server(const SourceRequest& request) {
  return request.place && (request.place->type == PlaceType::database || request.place->type == PlaceType::snapshot);
}

/// Nobody waits any longer for a server that could not be read.
struct EndOfReading {
  const SourceRequest& request;
  Servers& servers;
  ~EndOfReading() {
    if (is_of_server(request)) servers.end(*request.place);
  }
};

Reading read_one(const SourceRequest& request, const ReadOptions& options) {
  const EndOfReading ending{request, *options.servers};
  try {
    return {read_source(request.role, *request.place, options), std::nullopt};
  } catch (const Error& error) {
    return {std::nullopt, error};
  }
}

/// Ids are roles, unless the user gave names; a second source of one role is numbered.
std::vector<std::string> ids_of(const std::vector<SourceRequest>& requests) {
  std::vector<std::string> ids;
  for (const SourceRequest& request : requests) {
    const std::string id = request.name.empty() ? std::string(role_name(request.role)) : request.name;
    const auto count = std::count_if(ids.begin(), ids.end(), [&](const std::string& other) { return other == id; });
    if (count && !request.name.empty()) throw Error("two models are named " + neutralise(id), {}, "give each a name of its own");
    const auto same_role = std::count_if(requests.begin(), requests.begin() + static_cast<std::ptrdiff_t>(ids.size()),
                                         [&](const SourceRequest& other) { return other.role == request.role; });
    ids.push_back(count ? id + ":" + std::to_string(same_role + 1) : id);
  }
  return ids;
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

Gathered gather(const std::vector<SourceRequest>& requests, const SourceOptions& options, const ReadAs& as) {
  ReadOptions read = read_options(requests, options);
  if (!as.default_schema.empty()) read.default_schema = as.default_schema;
  read.path_schema = as.path_schema;
  read.alias = as.alias;
  read.deploy = as.deploy;
  Servers servers;
  read.servers = &servers;
  for (const SourceRequest& request : requests)
    if (is_of_server(request)) servers.expect_one();
  std::vector<std::future<Reading>> readings;
  for (const SourceRequest& request : requests)
    readings.push_back(request.place ? std::async(std::launch::async, [&] { return read_one(request, read); })
                                     : std::future<Reading>());
  Gathered gathered;
  std::vector<Reading> done;
  for (auto& reading : readings) done.push_back(reading.valid() ? reading.get() : Reading{});
  const auto ids = ids_of(requests);
  for (std::size_t i = 0; i < done.size(); ++i) {
    if (!done[i].source) continue;
    gathered.sources.push_back(std::move(*done[i].source));
    gathered.sources.back().id = ids[i];
  }
  std::size_t next = 0;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    if (done[i].source) {
      gathered.summaries.push_back(summary_of(gathered.sources[next++], read));
    } else if (done[i].error) {
      gathered.summaries.push_back(not_read(requests[i], ids[i], "not-read", done[i].error->message()));
      gathered.errors.push_back(*done[i].error);
    } else {
      gathered.summaries.push_back(not_read(requests[i], ids[i], "not-looked-at", requests[i].missing_because));
    }
  }
  // Few have a search_path of their own: they are read twice, rather than all others wait for the answer.
  const bool schema_is_chosen = !as.path_schema.empty() || !as.default_schema.empty() || !schema_of_urls(requests).empty();
  ReadAs again = as;
  again.path_schema = schema_is_chosen ? "" : path_schema_of(gathered.sources);
  return again.path_schema.empty() ? std::move(gathered) : gather(requests, options, again);
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
