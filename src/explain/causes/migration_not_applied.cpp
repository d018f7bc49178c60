// A migration makes what is missing, and it did not run on this database, or failed there, or its effect was undone.
#include <fmt/format.h>
#include <pgplumb/findings/shell_word.h>

#include "explain/causes/cause.h"
#include "explain/causes/migration_effect.h"
#include "explain/causes/wording.h"
#include "findings/fixes/fixes.h"

namespace pgplumb {
namespace {

/// All that is known when a migration is suspected.
struct Suspicion {
  const ErrorReport& error;
  const Evidence& evidence;
  const Entry& missing;  ///< as the migrations state it: the column, or the table where that is missing altogether
  const Migration& its_migration;
  Standing standing;
  std::string applied_at;  ///< as the history has it; "" for none
  Effect effect;
};

std::string missing_name(const Suspicion& that) {
  const ObjectId& id = that.missing.id;
  const std::string table = display_id({Namespace::relation, id.schema, id.name, {}});
  return id.member.empty() ? table : table + "." + std::string(id.member);
}

/// "3 of 9 columns are not", "1 of 2 tables is not".
std::string absent_in_words(const Effect& effect) {
  return fmt::format("{} of {} {} not", effect.absent.size(), describe_made(effect), effect.absent.size() == 1 ? "is" : "are");
}

std::string headline_of(const Suspicion& that) {
  const std::string& migration = that.its_migration.name;
  switch (that.standing) {
    case Standing::pending:
    case Standing::rolled_back:
      return fmt::format("{} is missing: migration {} was not applied.", missing_name(that), migration);
    case Standing::failed:
      return fmt::format("{} is missing: migration {} failed in this database.", missing_name(that), migration);
    case Standing::applied:
      return fmt::format("{} is missing, though migration {} is recorded as applied.", missing_name(that), migration);
    case Standing::no_history:
    case Standing::unreadable:
    case Standing::uncertain:
      break;
  }
  if (that.effect.is_wholly_absent())
    return fmt::format("{} is missing: none of migration {} is here.", missing_name(that), migration);
  return fmt::format("{} is missing: of migration {}, {} here.", missing_name(that), migration, absent_in_words(that.effect));
}

std::string effect_in_words(const Suspicion& that) {
  const Effect& effect = that.effect;
  if (effect.made() < 2) return missing_name(that) + " is absent";
  if (effect.is_wholly_absent()) return fmt::format("all of its {} are absent", describe_made(effect));
  return absent_in_words(effect) + " here";
}

std::string record_in_words(const Suspicion& that) {
  const HistoryTable* found = that.evidence.provenance.timeline().table;
  const std::string table = found ? found->display() : "";
  switch (that.standing) {
    case Standing::pending:
    case Standing::rolled_back:
      return "it is not in " + table;
    case Standing::failed:
      return "it is in " + table + ", not finished";
    case Standing::applied:
      return "it was recorded" + (that.applied_at.empty() ? "" : " on " + that.applied_at) +
             "; its effect was undone by hand, or it was only marked as applied";
    case Standing::unreadable:
      return table + " cannot be read: " + found->unreadable_because;
    case Standing::uncertain:
      return table + " has come to a version that no file here has";
    case Standing::no_history:
      break;
  }
  return "none: this database records no migrations";
}

NextStep command(std::string text) { return {"do", std::move(text)}; }

/// What of the migration is absent, as statements.
std::vector<NextStep> make_absent(const Suspicion& that) {
  constexpr std::size_t most_shown = 12;
  std::vector<NextStep> steps;
  for (const Entry* absent : that.effect.absent) {
    if (steps.size() == most_shown) {
      steps.push_back(
          command(fmt::format("and {} more of {}", that.effect.absent.size() - most_shown, *absent->declared_at.file)));
      break;
    }
    steps.push_back(
        command(absent->id.member.empty() ? "run the statement at " + absent->declared_at.text() : sql_that_makes(*absent)));
  }
  return steps;
}

std::vector<NextStep> run_it(const Suspicion& that) {
  const std::string makes = "makes " + describe_made(that.effect);
  if (const std::string& deploy = that.evidence.migrations->deploy; !deploy.empty()) return {command(deploy), command(makes)};
  const bool is_all_of_its_file = that.its_migration.lines.empty();
  if (!is_all_of_its_file) return make_absent(that);
  return {command("psql \"$DATABASE_URL\" -v ON_ERROR_STOP=1 -f " + shell_word(*that.missing.declared_at.file)),
          command(makes + "; or run it with the tool that runs your migrations")};
}

/// Prisma's deploy refuses a database that has tables and no history (P3005): what is there is recorded first.
std::vector<NextStep> record_what_is_here(const Suspicion& that) {
  std::vector<NextStep> steps;
  if (that.standing != Standing::no_history || tables_of(*that.evidence.database).empty()) return steps;
  for (const Migration& earlier : that.evidence.migrations->catalog.migrations) {
    if (earlier.holds(that.missing.declared_at)) break;
    if (measure_effect(that.evidence, earlier).absent.empty())
      steps.push_back(command("npx prisma migrate resolve --applied " + shell_word(earlier.name)));
  }
  return steps;
}

std::vector<NextStep> deploy_with_prisma(const Suspicion& that) {
  std::vector<NextStep> steps;
  const bool is_recorded_failed = that.standing == Standing::failed, is_partly_here = !that.effect.is_wholly_absent();
  if (is_partly_here) {
    // Run as a whole it would stop at what is here already (42P07, 42701).
    steps = make_absent(that);
    steps.push_back(command("npx prisma migrate resolve --applied " + shell_word(that.its_migration.name)));
    return steps;
  }
  if (is_recorded_failed) {
    steps.push_back(command("mend what made it fail, then:"));
    steps.push_back(command("npx prisma migrate resolve --rolled-back " + shell_word(that.its_migration.name)));
  } else {
    steps = record_what_is_here(that);
  }
  steps.push_back(command("npx prisma migrate deploy"));
  steps.push_back(command("makes " + describe_made(that.effect)));
  return steps;
}

std::vector<NextStep> steps_for(const Suspicion& that) {
  if (that.standing == Standing::applied) return make_absent(that);
  if (that.evidence.migrations->layout == "prisma") return deploy_with_prisma(that);
  return that.effect.is_wholly_absent() ? run_it(that) : make_absent(that);
}

/// The column; or its table, where the database lacks that.
const Entry& what_is_missing(const Sight& made, const Sight& there) {
  const bool lacks_table = there.was_looked_at() && !there.table;
  return made.column && !lacks_table ? *made.column : *made.table;
}

Cause accuse(const Suspicion& that) {
  Cause cause;
  const bool is_recorded =
      that.standing != Standing::no_history && that.standing != Standing::unreadable && that.standing != Standing::uncertain;
  cause.confidence = is_recorded ? Confidence::certain : Confidence::likely;
  cause.headline = headline_of(that);
  cause.at = that.missing.declared_at;
  const std::string verb = that.missing.id.member.empty() ? "makes it" : "adds it, " + describe(that.missing.object);
  cause.because = {reason(cause.at.text(), "migration " + that.its_migration.name + " " + verb),
                   reason("database", effect_in_words(that)), reason("history", record_in_words(that))};
  cause.next_steps = steps_for(that);
  cause.next_steps.push_back(confirm_with_check(that.missing.id.name));
  cause.next_steps.push_back({"restart", "not needed for this error"});
  if (const std::size_t others = that.effect.absent.size(); others > 1)
    cause.also = {others == 2 ? "the other one fails next" : fmt::format("the {} others fail next", others - 1)};
  return cause;
}

/// The database was not looked at: all that can be said is who makes it.
Cause ask_for_database(const ErrorReport& error, const Entry& missing, const std::string& migration) {
  Cause cause;
  cause.confidence = Confidence::possible;
  cause.headline = fmt::format("{} is made by migration {}; whether that ran was not looked at.", name_of(error), migration);
  cause.at = missing.declared_at;
  cause.because = {reason(cause.at.text(), "migration " + migration + " makes it"), reason("database", "NOT LOOKED AT")};
  cause.next_steps = {{"do", "give the database that the error came from: --database URL, or DATABASE_URL"}};
  return cause;
}

std::optional<Cause> find(const ErrorReport& error, const Evidence& evidence) {
  if (!is_missing_object(error)) return std::nullopt;
  const Sight made = look(evidence.migrations, error);
  const Sight there = look(evidence.database, error);
  if (!made.is_present()) return std::nullopt;

  const Entry& missing = what_is_missing(made, there);
  if (!missing.declared_at) return std::nullopt;
  const Migration* recorded = evidence.provenance.migration_at(missing.declared_at);
  const Migration whole_file{*missing.declared_at.file, missing.declared_at.file};
  const Migration& migration = recorded ? *recorded : whole_file;
  if (!there.was_looked_at()) return ask_for_database(error, missing, migration.name);
  if (!there.is_absent()) return std::nullopt;
  // Where the whole table is there under another name, no migration is to be run: see wrong-map and renamed.
  if (missing.id.member.empty() && find_near_miss(evidence, evidence.migrations, &missing)) return std::nullopt;
  const TimelineRow* row = recorded ? &evidence.provenance.row_of(*recorded) : nullptr;
  const Standing standing = row ? evidence.provenance.timeline().standing_of(*row) : Standing::no_history;
  const std::string applied_at = row && row->record ? row->record->applied_at : "";
  return accuse({error, evidence, missing, migration, standing, applied_at, measure_effect(evidence, migration)});
}

}  // namespace

constinit const Detector migration_not_applied{"migration-not-applied", "a migration makes it, but did not run on this database",
                                               find};

}  // namespace pgplumb
