// What the error says is missing is there.
#include <fmt/format.h>

#include "explain/causes/cause.h"
#include "explain/causes/wording.h"

namespace pgplumb {
namespace {

/// When the migration that makes it was applied, where the history says so.
std::string applied_at(const ErrorReport& error, const Evidence& evidence) {
  const Sight made = look(evidence.migrations, error);
  const Migration* migration = made.is_present() ? evidence.provenance.migration_at(made.entry()->declared_at) : nullptr;
  if (!migration) return {};
  const TimelineRow& row = evidence.provenance.row_of(*migration);
  if (!row.is_applied() || row.record->applied_at.empty()) return {};
  return fmt::format("migration {} makes it and was applied on {}", migration->name, row.record->applied_at);
}

std::optional<Cause> find(const ErrorReport& error, const Evidence& evidence) {
  const Sight there = look(evidence.database, error);
  if (!is_missing_object(error) || !there.is_present()) return std::nullopt;
  Cause cause;
  cause.confidence = Confidence::likely;
  cause.headline =
      fmt::format("{} is there now: it came after the error, or the error is from another database.", name_of(error));
  cause.because = {reason("database", there.column ? "has it, " + describe(there.column->object) : "has it")};
  if (const auto applied = applied_at(error, evidence); !applied.empty()) cause.because.push_back(reason("history", applied));
  if (!error.last_seen.empty()) cause.because.push_back(reason("log", "last seen " + error.last_seen));
  cause.next_steps = {
      {"confirm", "SELECT current_database(), current_schemas(true);"},
      {"confirm", "as the program that fails: is it this database, and schema " + std::string(there.table->id.schema) + "?"},
      {"watch", "whether the error is still logged; if it is, the program uses another database or search_path"}};
  return cause;
}

}  // namespace

constinit const Detector exists_now{"exists-now", "what was missing is there: mended since, or another database", find};

}  // namespace pgplumb
