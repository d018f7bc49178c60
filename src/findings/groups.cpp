#include "findings/groups.h"

#include <algorithm>
#include <functional>
#include <map>

#include "findings/migrations/migration_words.h"

namespace pgplumb {

namespace {

bool is_out(const Finding& finding, Role role, const Case& one) {
  const int index = one.index_of(role);
  if (index < 0 || !finding.verdict) return false;
  const auto& ids = finding.verdict->out_of_line;
  return ids.size() == 1 && ids.front() == one.source(index).id;
}

bool is_naming(std::string_view rule) { return rule == "constraint-name" || rule == "index-name" || rule == "sequence-name"; }

/// The table that all members touch, "" when there are several.
std::string common_table(const std::vector<Finding>& findings, const FindingGroup& group) {
  std::string table;
  for (std::size_t index : group.findings) {
    const auto& object = findings[index].object;
    if (!object || object->member.empty() || object->kind == "statement") return {};
    const std::string name = display_id({Namespace::relation, object->schema, object->name, {}});
    if (!table.empty() && table != name) return {};
    table = name;
  }
  return table;
}

/// What mends the first member and all others alike mends the whole group; none where each needs an edit of its own.
std::vector<Fix> common_fixes(const std::vector<Finding>& findings, const FindingGroup& group) {
  std::vector<Fix> common;
  for (const Fix& fix : findings[group.findings.front()].fixes) {
    const bool everywhere = std::all_of(group.findings.begin(), group.findings.end(), [&](std::size_t index) {
      const auto& fixes = findings[index].fixes;
      return std::any_of(fixes.begin(), fixes.end(),
                         [&](const Fix& other) { return other.text == fix.text && other.sql == fix.sql; });
    });
    if (!everywhere) break;
    common.push_back(fix);
  }
  return common;
}

/// Each once.
std::vector<Fix> joined(std::vector<Fix> fixes, const std::vector<Fix>& more) {
  for (const Fix& fix : more) {
    const auto is_same = [&](const Fix& other) { return other.text == fix.text && other.sql == fix.sql; };
    if (std::none_of(fixes.begin(), fixes.end(), is_same)) fixes.push_back(fix);
  }
  return fixes;
}

/// The migration that states what the database lacks, where its file is not the one that ran.
const Migration* edited_migration(const Case& one, const Provenance& provenance) {
  const Migration* migration = provenance.migration_of(one);
  if (!migration) return nullptr;
  const TimelineRow& row = provenance.row_of(*migration);
  return row.is_applied() && row.edit.kind == Edit::Kind::contents ? migration : nullptr;
}

bool is_extra(const Case& one) { return one.is_presence() && !one.is_missing(); }

/// "CallAnalysis" of "CallAnalysis.companyId".
std::string table_called(const Case& one) { return called(one).substr(0, called(one).find('.')); }

std::string several_names(const Case& one) {
  if (one.first().kind == "enum value")
    return "values of enum " + display_id(one.owner().id) + " differ in case" +
           (one.speaks(Role::model) ? " (Prisma 7.0 rejected mapped values: with it, rename them)" : "");
  return one.first().kind == "column" ? "fields of " + table_called(one) + " map to columns that are named otherwise" : "";
}

/// Where the migration stands whose effect is not there, or not wholly: that which gave the name to what is lacking, or else that
/// which made it. Nowhere where the difference is no migration's.
Position lacking_at(const Case& one, const Provenance& provenance) {
  const Position told = provenance.told_at(one);
  const Entry* stated = provenance.migration_of(one) ? one.says(Role::migrations)->entry : nullptr;
  const bool came_later = stated && !one.is_presence() && !one.is_name() && provenance.was_altered(*stated, one.first().field);
  if (came_later) return told;
  if (!one.is_presence()) return {};
  if (provenance.is_lacking(provenance.migration_of(one))) return told;
  const bool was_made = stated && provenance.is_lacking(provenance.migration_at(stated->declared_at));
  return was_made ? stated->declared_at : Position{};
}

CauseKey cause_in_database(const Case& one, const Finding& finding, const Provenance& provenance) {
  const std::string owner = display_id(one.owner().id);
  if (const Position at = lacking_at(one, provenance)) {
    const Migration& migration = *provenance.migration_at(at);
    return {migration_cause(migration.name), headline_of(provenance.row_of(migration)), at};
  }
  if (is_extra(one) && finding.severity == Severity::info)
    return {"database-only", "the database has what no source given manages", {}};
  if (const Migration* edited = edited_migration(one, provenance))
    return {file_cause(edited->name), "migration " + edited->name + " is not the file that ran", provenance.told_at(one)};
  if (one.speaks(Role::migrations)) return {"database:" + owner, owner + " was changed in the database without a migration", {}};
  return {"database:" + owner, owner + " is not in the database as the model states it", one.owner().declared_at};
}

/// Where others are explained by them, the findings about migrations are what their headline says.
void set_apart_migrations(const std::vector<Finding>& findings, const std::vector<CauseKey>& keys, FindingGroup& group) {
  const auto is_about = [&](std::size_t index) { return findings[index].object && findings[index].object->kind == "migration"; };
  const auto about = std::stable_partition(group.findings.begin(), group.findings.end(), std::not_fn(is_about));
  if (about == group.findings.begin() || about == group.findings.end()) return;
  group.about_migrations.assign(about, group.findings.end());
  group.findings.erase(about, group.findings.end());
  group.at = keys[group.findings.front()].at;
}

std::vector<std::size_t> all_of(const FindingGroup& group) {
  std::vector<std::size_t> all = group.findings;
  all.insert(all.end(), group.about_migrations.begin(), group.about_migrations.end());
  return all;
}

/// What a group waits for: those of the findings that its own wait for.
Prerequisites between_groups(const std::vector<FindingGroup>& groups, const Prerequisites& before) {
  std::vector<std::size_t> group_of(before.size());
  for (std::size_t i = 0; i < groups.size(); ++i)
    for (const std::size_t finding : all_of(groups[i])) group_of[finding] = i;
  Prerequisites between(groups.size());
  for (std::size_t i = 0; i < groups.size(); ++i)
    for (const std::size_t finding : all_of(groups[i]))
      for (const std::size_t needed : before[finding])
        if (group_of[needed] != i) between[i].push_back(group_of[needed]);
  for (auto& needed : between) {
    std::sort(needed.begin(), needed.end());
    needed.erase(std::unique(needed.begin(), needed.end()), needed.end());
  }
  return between;
}

/// Worst first, but for what the fixes of something worse need.
std::vector<FindingGroup> in_reading_order(std::vector<FindingGroup> groups, const std::vector<Finding>& findings,
                                           const Prerequisites& before) {
  const auto severity = [&](const FindingGroup& group) {
    Severity worst = Severity::info;
    for (const std::size_t finding : all_of(group)) worst = std::min(worst, findings[finding].severity);
    return worst;
  };
  std::stable_sort(groups.begin(), groups.end(), [&](const auto& a, const auto& b) { return severity(a) < severity(b); });
  const Prerequisites between = between_groups(groups, before);
  const std::vector<std::size_t> order = in_turn(between);
  const Prerequisites waits = rearranged(between, order);
  std::vector<FindingGroup> ordered;
  for (const std::size_t i : order) ordered.push_back(std::move(groups[i]));
  for (std::size_t i = 0; i < ordered.size(); ++i)
    for (const std::size_t other : waits[i])
      if (other > i) ordered[i].waits_for.push_back(ordered[other].id);
  return ordered;
}

}  // namespace

CauseKey cause_of(const Case& one, const Finding& finding, const Provenance& provenance) {
  const std::string owner = display_id(one.owner().id);
  if (const std::string by(one.altered_unseen_by()); !by.empty())
    return {"unknown-statement:" + by,
            "the statement at " + by + " may have made these differences: what it executes is not known",
            {}};
  if (is_naming(finding.rule) && finding.severity == Severity::info) return {"names", "names differ, nothing fails", {}};
  if (one.is_plain_diff()) return {"difference:" + owner, owner + " differs", one.owner().declared_at};
  if (is_out(finding, Role::database, one)) return cause_in_database(one, finding, provenance);
  if (one.is_name()) return {"model:" + owner, finding.message, one.entry().declared_at, several_names(one)};
  if (is_extra(one)) return {"unstated:" + owner, owner + " has what the model does not state", one.owner().declared_at};
  if (one.database_is_right())
    return {"unmigrated:" + owner, owner + " was changed in the database without a migration", one.owner().declared_at};
  if (is_out(finding, Role::model, one) || is_out(finding, Role::migrations, one)) {
    if (const Migration* dropped = provenance.dropping_migration(one))
      return {"model-behind:" + owner + ":" + dropped->name,
              table_called(one) + " still has what migration " + dropped->name + " dropped", one.owner().declared_at};
    return {"model-change:" + owner, table_called(one) + " has no migration yet for what the model states",
            one.owner().declared_at};
  }
  return {"disagreement:" + owner, "nobody agrees on " + owner, one.owner().declared_at};
}

std::vector<FindingGroup> group_findings(const std::vector<Finding>& findings, const std::vector<CauseKey>& keys,
                                         const Prerequisites& before) {
  std::vector<FindingGroup> groups;
  std::map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < findings.size(); ++i) {  // findings are sorted, so groups come worst first
    const auto [place, is_new] = known.try_emplace(keys[i].id, groups.size());
    if (is_new) groups.push_back({keys[i].id, keys[i].headline, keys[i].at, {}, {}, {}});
    FindingGroup& group = groups[place->second];
    group.findings.push_back(i);
    if (!keys[i].afterwards.empty()) group.afterwards = keys[i].afterwards;
    if (group.findings.size() > 1 && !keys[i].headline_of_several.empty()) group.headline = keys[i].headline_of_several;
  }
  for (FindingGroup& group : groups) {
    set_apart_migrations(findings, keys, group);
    group.table = common_table(findings, group);
    group.fixes = common_fixes(findings, group);
    if (!group.about_migrations.empty() && group.afterwards.empty())
      group.fixes = joined(findings[group.about_migrations.front()].fixes, group.fixes);
  }
  return in_reading_order(std::move(groups), findings, before);
}

}  // namespace pgplumb
