#include "commands/summaries.h"

#include <algorithm>
#include <set>

#include "reports/wording.h"

namespace pgplumb {

namespace {

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

std::string deploy_in_words(const Deployed& deployed) {
  const std::size_t count = deployed.done.size();
  const std::string done =
      count == 0 ? "no pending migration" : std::to_string(count) + (count == 1 ? " pending migration" : " pending migrations");
  return deployed.failed.empty() ? "after " + done : "after " + done + ", until " + deployed.failed + " fails";
}

std::string detail_of(const Source& source, const ReadOptions& options) {
  std::string detail;
  if (source.role == Role::database && source.place.type == PlaceType::database) detail = "schema " + schemas_of(source, options);
  if (source.role == Role::migrations) {
    detail = counted_migrations(source.catalog) + " (" + source.layout + ")";
  }
  if (const auto tables = count_tables_in_part(source.catalog))
    detail += (detail.empty() ? "states " : "; states ") + std::to_string(tables) +
              (tables == 1 ? " table in part" : " tables in part");
  if (source.deployed) detail += ", " + deploy_in_words(*source.deployed);
  if (!source.notice.empty()) detail += (detail.empty() ? "" : "; ") + source.notice;
  return detail;
}

}  // namespace

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

SourceSummary not_read(const SourceRequest& request, const std::string& id, std::string state, std::string why) {
  const std::string role(role_name(request.role));
  const std::string type = request.place ? std::string(place_type_name(request.place->type)) : "";
  return {id, role, type, request.place ? request.place->display : "", std::move(state), std::move(why), 0, 0, ""};
}

}  // namespace pgplumb
