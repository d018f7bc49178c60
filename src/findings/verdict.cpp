// Of three that speak, the one that two others contradict is out of line. Of two, the one that is built from the other: the
// database from the migrations or the model, the migrations from the model. The migration tool's own table sharpens it.
#include "findings/verdict.h"

namespace pgplumb {

namespace {

struct Judged {
  std::vector<Role> out_of_line;
  std::string because;
};

Judged judge_three(const Case& one) {
  if (one.same(Role::migrations, Role::database)) return {{Role::model}, "migrations and database agree"};
  if (one.same(Role::model, Role::migrations)) return {{Role::database}, "model and migrations agree"};
  if (one.same(Role::model, Role::database))
    return {{Role::migrations}, "model and database agree: the database was changed without a migration"};
  return {{Role::model, Role::migrations, Role::database}, "nobody agrees"};
}

Judged judge_two(const Case& one) {
  const bool model = one.speaks(Role::model), migrations = one.speaks(Role::migrations);
  if (model && migrations && one.is_presence() && !one.is_missing())
    return {{Role::model}, "the migrations make it, and the model does not state it"};
  if (model && migrations && one.is_name()) return {{Role::model}, "the migrations made it under another name"};
  if (model && migrations) return {{Role::migrations}, "no migration makes what the model states"};
  if (migrations && !one.is_missing() && one.is_presence())
    return {{Role::database}, "no migration makes it: it was made by hand, or by db push"};
  return {{Role::database}, model ? "it is not what the model states" : "it is not what the migrations build"};
}

/// What the model wants and no migration does yet, as against a name that is spelled wrong.
bool is_change_without_migration(const Case& one) { return !one.is_name() && !(one.is_presence() && !one.is_missing()); }

std::string record_text(const Migration& migration, const MigrationRecord& record, const Source& database, const Case& one) {
  using State = MigrationRecord::State;
  switch (record.state) {
    case State::pending:
      return migration.name + " is not in " + database.history_table;
    case State::applied:
      return migration.name + " was recorded" + (record.applied_at.empty() ? "" : " on " + record.applied_at) + ", but " +
             (one.is_presence() ? "it is not there" : "its effect is not there") + ": undone by hand, or only marked as applied";
    case State::failed:
      return migration.name + " failed in this database";
    case State::rolled_back:
      return migration.name + " was rolled back in this database";
    case State::unreadable:
      return database.history_table + " cannot be read by this role";
    case State::no_history:
      return {};
  }
  return {};
}

bool contains(const std::vector<Role>& roles, Role role) {
  for (Role one : roles)
    if (one == role) return true;
  return false;
}

}  // namespace

Verdict verdict_on(const Case& one, const Provenance& provenance) {
  Verdict verdict;
  if (one.is_plain_diff()) {
    verdict.out_of_line = {one.source(1).id};
    verdict.because = {"it is measured by " + one.source(0).place.display};
    return verdict;
  }
  const bool three = one.speaks(Role::model) && one.speaks(Role::migrations) && one.speaks(Role::database);
  const Judged judged = three ? judge_three(one) : judge_two(one);
  for (Role role : judged.out_of_line) verdict.out_of_line.push_back(one.source(one.index_of(role)).id);
  verdict.because.push_back(judged.because);
  if (three && contains(judged.out_of_line, Role::model) && is_change_without_migration(one))
    verdict.because.push_back("no migration yet makes what the model states");
  if (one.rule == "enum-value-case" && contains(judged.out_of_line, Role::model))
    verdict.because.push_back("Prisma 7.0 rejected mapped values: with it, rename the value instead");
  const Migration* migration = provenance.migration_of(one);
  if (migration && contains(judged.out_of_line, Role::database)) {
    verdict.because.push_back("declared by migration " + migration->name);
    const std::string record = record_text(*migration, provenance.record_of(*migration), *provenance.database(), one);
    if (!record.empty()) verdict.because.push_back(record);
  }
  return verdict;
}

}  // namespace pgplumb
