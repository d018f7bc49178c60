// Of three that speak, the one that two others contradict is out of line. Of two, the one that is built from the other: the
// database from the migrations or the model, the migrations from the model. The migration tool's own table sharpens it.
#include "findings/verdict.h"

#include <fmt/format.h>

#include "findings/migrations/migration_words.h"
#include "history/tool.h"

namespace pgplumb {

namespace {

struct Judged {
  std::vector<Role> out_of_line;
  std::string because;
};

/// "declared by migration 20260101_calls, line 3".
std::string told_by(const Migration& migration, const Case& one, const Provenance& provenance) {
  const Entry* stated = one.says(Role::migrations)->entry;
  const Position at = provenance.told_at(one);
  const std::string_view verb = !stated ? "dropped" : at == stated->declared_at || !one.is_presence() ? "declared" : "named";
  return fmt::format("{} by migration {}, line {}", verb, migration.name, at.line);
}

/// Why the migrations are without what the model states.
std::string why_not_made(const Case& one, const Provenance& provenance, std::string otherwise) {
  const Migration* migration = provenance.dropping_migration(one);
  return migration ? told_by(*migration, one, provenance) : std::move(otherwise);
}

Judged judge_three(const Case& one) {
  if (one.same(Role::migrations, Role::database)) return {{Role::model}, "migrations and database agree"};
  if (one.same(Role::model, Role::migrations)) return {{Role::database}, "model and migrations agree"};
  if (one.same(Role::model, Role::database))
    return {{Role::migrations}, "model and database agree: the database was changed without a migration, by db push or by hand"};
  return {{Role::model, Role::migrations, Role::database}, "nobody agrees"};
}

Judged judge_two(const Case& one, const Provenance& provenance) {
  const bool model = one.speaks(Role::model), migrations = one.speaks(Role::migrations);
  if (model && migrations && one.is_presence() && !one.is_missing())
    return {{Role::model}, "the migrations make it, and the model does not state it"};
  if (model && migrations && one.is_name()) return {{Role::model}, "the migrations made it under another name"};
  if (model && migrations) return {{Role::migrations}, why_not_made(one, provenance, "no migration makes what the model states")};
  if (migrations && !one.is_missing() && one.is_presence() && !provenance.dropping_migration(one))
    return {{Role::database}, "no migration makes it: it was made by hand, or by db push"};
  return {{Role::database}, model ? "it is not what the model states" : "it is not what the migrations build"};
}

/// What the model wants and no migration does yet, as against a name that is spelled wrong.
bool is_change_without_migration(const Case& one) { return !one.is_name() && !(one.is_presence() && !one.is_missing()); }

/// "the column is not there", "its change of the column is not there", "the column is still there".
std::string what_is_not_so(const Case& one) {
  const std::string kind(one.first().kind);
  if (one.is_presence() && !one.is_missing()) return "the " + kind + " is still there";
  return (one.is_presence() ? "the " : "its change of the ") + kind + " is not there";
}

/// What the migration tool's own table says of the migration whose effect is not there; "" without one.
std::string record_text(const TimelineRow& row, const Provenance& provenance, const Case& one) {
  const HistoryTable* table = provenance.timeline().table;
  if (!table) return {};
  if (!table->was_read()) return table->display() + " cannot be read: " + table->unreadable_because;
  const std::string& name = row.name();
  if (row.is_uncertain) return table->display() + " has come to a version that no file here has";
  if (row.has_failed()) return name + " failed in this database" + on_date(*row.record);
  if (row.is_applied() && row.record->only_marked)
    return name + " was marked as applied" + on_date(*row.record) + " without being run";
  if (row.is_applied() && row.edit.kind == Edit::Kind::contents) return name + " is not the file that ran" + on_date(*row.record);
  if (runs_again(row)) return name + " has changed since it ran" + on_date(*row.record) + ", and has not run again";
  if (row.is_applied() && one.rule == "undecided-expression") return {};  // its effect may well be there
  if (row.is_applied() && one.is_name()) return name + " was recorded" + on_date(*row.record) + ": renamed by hand since";
  if (row.is_applied())
    return name + " was recorded" + on_date(*row.record) + ", but " + what_is_not_so(one) +
           ": undone by hand, or only marked as applied";
  const std::string pending =
      row.record ? name + " was rolled back" + on_date(*row.record) : name + " is not in " + table->display();
  if (row.will_never_run) return pending + ", and never will be: one behind it ran before it";
  const std::string& deploy = provenance.migrations()->deploy;
  return deploy.empty() ? pending : pending + ": run " + deploy;
}

/// The schema's word against the migration's, where only a name differs.
std::string names_in_words(const Case& one, const Migration& migration) {
  const Entry *mapped = one.says(Role::model)->entry, *made = one.says(Role::migrations)->entry;
  const auto name = [](const Entry& entry) { return std::string(entry.id.member.empty() ? entry.id.name : entry.id.member); };
  return "the schema maps to " + name(*mapped) + ", but migration " + migration.name + " made " + name(*made);
}

bool contains(const std::vector<Role>& roles, Role role) {
  for (Role one : roles)
    if (one == role) return true;
  return false;
}

Verdict verdict_by_sources(const Case& one, const Provenance& provenance) {
  Verdict verdict;
  if (one.is_plain_diff()) {
    verdict.out_of_line = {one.source(1).id};
    verdict.because = {"it is measured by " + one.source(0).place.display};
    return verdict;
  }
  const bool three = one.speaks(Role::model) && one.speaks(Role::migrations) && one.speaks(Role::database);
  const Judged judged = three ? judge_three(one) : judge_two(one, provenance);
  for (Role role : judged.out_of_line) verdict.out_of_line.push_back(one.source(one.index_of(role)).id);
  verdict.because.push_back(judged.because);
  if (three && contains(judged.out_of_line, Role::model) && is_change_without_migration(one))
    verdict.because.push_back(why_not_made(one, provenance, "no migration yet makes what the model states"));
  if (one.rule == "enum-value-case" && contains(judged.out_of_line, Role::model))
    verdict.because.push_back("Prisma 7.0 rejected mapped values: with it, rename the value instead");
  const Migration* migration = provenance.migration_of(one);
  if (!migration) return verdict;
  if (contains(judged.out_of_line, Role::model) && one.is_name() && one.speaks(Role::model))
    verdict.because.push_back(names_in_words(one, *migration));
  if (!contains(judged.out_of_line, Role::database)) return verdict;
  verdict.because.push_back(told_by(*migration, one, provenance));
  const TimelineRow& row = provenance.row_of(*migration);
  if (const std::string record = record_text(row, provenance, one); !record.empty()) verdict.because.push_back(record);
  if (provenance.history() && row.is_pending() && !row.will_never_run) verdict.mended_by = migration->name;
  return verdict;
}

}  // namespace

Verdict verdict_on(const Case& one, const Provenance& provenance) {
  Verdict verdict = verdict_by_sources(one, provenance);
  if (one.rule == "undecided-expression") verdict.because.front().insert(0, "unless both mean the same, ");
  if (const std::string_view by = one.altered_unseen_by(); !by.empty())
    verdict.because.push_back(fmt::format("the statement at {} may have done it: what it executes is not known", by));
  if (!one.first().cannot_tell.empty()) verdict.because.push_back("the scratch server cannot tell: " + one.first().cannot_tell);
  return verdict;
}

}  // namespace pgplumb
