#include "findings/fixes/fixes.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "findings/fixes/model_edit.h"
#include "findings/fixes/sql_fix.h"
#include "findings/migrations/migration_words.h"

namespace pgplumb {

namespace {

std::string slug(std::string text) {
  std::string words;
  for (unsigned char c : text) words += std::isalnum(c) ? static_cast<char>(std::tolower(c)) : '_';
  return words;
}

bool is_out_of_line(const Verdict& verdict, const Source* source) {
  return source && std::find(verdict.out_of_line.begin(), verdict.out_of_line.end(), source->id) != verdict.out_of_line.end();
}

const Source* source_in(const Case& one, Role role) { return one.index_of(role) < 0 ? nullptr : &one.source(one.index_of(role)); }

Fix command(std::string text, std::vector<std::string> hazards = {}) {
  return {"command", std::move(text), "", {}, std::move(hazards)};
}

/// Prisma refuses to deploy onto tables without a history (P3005), and passes over what its history says is there.
bool can_be_deployed(const TimelineRow& row, const Timeline& timeline, const Source& database) {
  const Standing standing = timeline.standing_of(row);
  if (row.will_never_run) return false;
  if (runs_again(row)) return true;
  const bool is_empty = database.catalog.entries().size() <= 1;  // the schema public
  return standing == Standing::pending || standing == Standing::rolled_back || standing == Standing::unreadable ||
         (standing == Standing::no_history && is_empty);
}

/// A partial index of the columns that the model states is the model's index to Prisma: `migrate dev` would write nothing. For a
/// model over a view, it would make a table.
bool is_misunderstood_by_prisma(const Case& one) {
  if (is_column_of_view(one)) return true;
  const Entry *stated = one.says(Role::model)->entry, *made = one.says(Role::migrations)->entry;
  const auto is_partial = [](const Entry* entry) {
    const auto* index = entry ? std::get_if<Index>(&entry->object) : nullptr;
    return index && index->predicate;
  };
  return stated && is_partial(made) && !is_partial(stated);
}

}  // namespace

bool is_local(const Source* database) {
  static constexpr std::array hosts{std::string_view(""), std::string_view("localhost"), std::string_view("127.0.0.1"),
                                    std::string_view("::1")};
  return !database || database->host.starts_with('/') || std::find(hosts.begin(), hosts.end(), database->host) != hosts.end();
}

bool is_edit_of_model(const Case& one, const Verdict& verdict) {
  const bool is_extra = one.is_presence() && !one.is_missing();
  return is_out_of_line(verdict, source_in(one, Role::model)) && (one.is_name() || is_extra);
}

std::vector<Fix> fixes_for(const Case& one, const Verdict& verdict, const Provenance& provenance) {
  std::vector<Fix> fixes;
  // SQL would undo what the statement did.
  if (const std::string by(one.altered_unseen_by()); !by.empty())
    return {
        {"migrations", "write out in SQL what the statement at " + by + " executes: then it is compared in full", "", {}, {}}};
  const Source *model = source_in(one, Role::model), *migrations = source_in(one, Role::migrations),
               *database = source_in(one, Role::database);
  const bool model_is_wrong = is_edit_of_model(one, verdict);
  const std::string edit = is_out_of_line(verdict, model) ? model_edit(one) : std::string();
  const Position edit_at =
      one.says(Role::model) && one.says(Role::model)->entry ? one.says(Role::model)->entry->declared_at : one.owner().declared_at;
  if (model_is_wrong) {
    if (!edit.empty()) fixes.push_back({"model", edit, "", edit_at, {}});
    if (!edit.empty()) fixes.push_back(command("npx prisma generate"));
  } else if (is_out_of_line(verdict, database) && migrations) {
    const Migration* migration = provenance.migration_of(one);
    if (migration && !migrations->deploy.empty() &&
        can_be_deployed(provenance.row_of(*migration), provenance.timeline(), *database))
      fixes.push_back(command(migrations->deploy));
  } else if (model && migrations && one.speaks(Role::model) && migrations->layout == "prisma" && is_local(database) &&
             !one.database_is_right() /* Prisma would find drift and want to reset it */ && !is_misunderstood_by_prisma(one)) {
    fixes.push_back(
        command("npx prisma migrate dev --name " + slug(std::string(one.rule) + "_" + std::string(one.owner().id.name))));
  }
  // Under its old name it is there: to make it anew would leave two.
  const bool is_to_be_renamed =
      !verdict.mended_by.empty() && one.is_missing() && one.says(Role::migrations)->entry &&
      provenance.named_at(*one.says(Role::migrations)->entry) != one.says(Role::migrations)->entry->declared_at;
  if (SqlFix sql = sql_fix(one); !is_to_be_renamed) {
    const bool is_right = one.database_is_right() || sql.is_of_migrations;
    const std::string target = database && !is_right ? "database" : "migrations";
    if (!sql.text.empty()) fixes.push_back({target, "", sql.text + ";", {}, std::move(sql.hazards)});
    if (!sql.by_hand.empty()) fixes.push_back({target, "by hand: " + sql.by_hand, "", {}, {}});
  }
  if (!model_is_wrong && !edit.empty()) fixes.push_back({"model", edit, "", edit_at, {}});
  return fixes;
}

}  // namespace pgplumb
