#include "findings/migrations/pending_migrations.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "findings/migrations/migration_words.h"

namespace pgplumb {

namespace {

constexpr std::size_t most_told_apart = 6;

/// The causes that are pending migrations, but for one of which it is known that it will fail, in the order in which they will
/// run.
std::vector<const TimelineRow*> pending_rows(const Provenance& provenance, const std::vector<Finding>& findings,
                                             const std::vector<CauseKey>& causes) {
  std::set<std::string_view> ids, failing;
  for (const CauseKey& cause : causes) ids.insert(cause.id);
  for (const Finding& finding : findings)
    if (finding.rule == "pending-migration" && finding.severity == Severity::error) failing.insert(finding.cause);
  std::vector<const TimelineRow*> rows;
  for (const TimelineRow& row : provenance.timeline().rows) {
    const std::string id = migration_cause(row.name());
    if (row.is_pending() && !row.will_never_run && ids.contains(id) && !failing.contains(id)) rows.push_back(&row);
  }
  return rows;
}

}  // namespace

void join_pending_migrations(const Provenance& provenance, const std::vector<Finding>& findings, std::vector<CauseKey>& causes) {
  const auto rows = pending_rows(provenance, findings, causes);
  if (rows.size() <= most_told_apart) return;
  std::set<std::string> ids;
  for (const TimelineRow* row : rows) ids.insert(migration_cause(row->name()));
  const CauseKey together{
      "pending-migrations",
      fmt::format("{} migrations are not in the database: {} to {}", rows.size(), rows.front()->name(), rows.back()->name()),
      {}};
  for (CauseKey& cause : causes)
    if (ids.contains(cause.id)) cause = together;
}

}  // namespace pgplumb
