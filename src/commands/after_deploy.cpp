#include "commands/after_deploy.h"

#include <pgplumb/history/timeline.h>

#include <algorithm>

#include "findings/migrations/migration_words.h"

namespace pgplumb {

namespace {

Source& source_in(Gathered& gathered, Role role) {
  const auto found =
      std::find_if(gathered.sources.begin(), gathered.sources.end(), [&](const Source& source) { return source.role == role; });
  if (found != gathered.sources.end()) return *found;
  if (!gathered.errors.empty()) throw gathered.errors.front();
  throw Error("--after-deploy needs the " + std::string(role_name(role)), {}, "give --migrations and --database");
}

bool has_tables(const Catalog& catalog) {
  return std::any_of(catalog.entries().begin(), catalog.entries().end(),
                     [](const Entry& entry) { return entry.id.space == Namespace::relation; });
}

std::set<std::string> pending(const Source& migrations, const Source& database) {
  const Timeline timeline = trace_history(&migrations.catalog, migrations.layout, &database.catalog, database.histories);
  if (timeline.table && !timeline.has_records())
    throw Error("which migrations are pending is not known: " + timeline.table->unreadable_because);
  if (std::any_of(timeline.rows.begin(), timeline.rows.end(), [](const TimelineRow& row) { return row.is_uncertain; }))
    throw Error("which migrations are pending is not known: " + timeline.table->display() +
                    " has come to a version that no file here has",
                {}, "pgplumb history shows it; deploy from the branch that has it, or merge that one");
  if (!timeline.table && has_tables(database.catalog))
    throw Error("which migrations are pending is not known: the database has tables, but no history table of a migration tool",
                {}, "--after-deploy needs what a migration tool has recorded");
  std::set<std::string> names;
  for (const TimelineRow& row : timeline.rows)
    if (row.migration && ((row.is_pending() && !row.will_never_run) || runs_again(row))) names.insert(row.migration->name);
  return names;
}

}  // namespace

void carry_out_pending(const std::vector<SourceRequest>& requests, const SourceOptions& options, Gathered& gathered) {
  const Source& migrations = source_in(gathered, Role::migrations);
  Source& database = source_in(gathered, Role::database);
  if (database.place.type != PlaceType::database || migrations.place.type == PlaceType::standard_input)
    throw Error("--after-deploy needs a live database, and migrations that are files");
  const Deploy deploy{migrations.place, pending(migrations, database)};
  std::vector<SourceRequest> only_database = requests;
  std::erase_if(only_database, [](const SourceRequest& request) { return request.role != Role::database; });
  Gathered again = gather(only_database, options, {.deploy = &deploy});
  if (!again.errors.empty()) throw again.errors.front();
  database = std::move(again.sources.front());
  database.histories.clear();  // they tell of the time before
  for (SourceSummary& summary : gathered.summaries)
    if (summary.id == database.id) summary = again.summaries.front();
}

}  // namespace pgplumb
