#include "findings/groups.h"

#include <algorithm>
#include <map>

namespace pgplumb {

namespace {

bool is_out(const Finding& finding, Role role, const Case& one) {
  const int index = one.index_of(role);
  if (index < 0 || !finding.verdict) return false;
  const auto& ids = finding.verdict->out_of_line;
  return ids.size() == 1 && ids.front() == one.source(index).id;
}

bool is_naming(std::string_view rule) { return rule == "constraint-name" || rule == "index-name"; }

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

std::string several_names(const Case& one) {
  if (one.first().kind == "enum value") return "values of enum " + display_id(one.owner().id) + " differ in case";
  return one.first().kind == "column"
             ? "fields of " + called(one).substr(0, called(one).find('.')) + " map to columns that are named otherwise"
             : "";
}

}  // namespace

CauseKey cause_of(const Case& one, const Finding& finding, const Provenance& provenance) {
  const std::string owner = display_id(one.owner().id);
  if (is_naming(finding.rule)) return {"names", "names differ, nothing fails", {}};
  const bool is_extra = one.is_presence() && !one.is_missing();
  if (is_out(finding, Role::database, one)) {
    const Migration* migration = provenance.migration_of(one);
    if (migration && !is_extra)
      return {"migration:" + migration->name, "migration " + migration->name + " is not in the database",
              provenance.stated_at(one.index_of(Role::migrations), *one.says(Role::migrations)->entry, one.first().field)};
    if (is_extra && finding.severity == Severity::info)
      return {"database-only", "the database has what no source given manages", {}};
    return {"database:" + owner, "the database was changed without a migration: " + owner, {}};
  }
  if (one.is_name()) return {"model:" + owner, finding.message, one.entry().declared_at, several_names(one)};
  if (is_out(finding, Role::model, one) || is_out(finding, Role::migrations, one))
    return {is_extra ? "unstated:" + owner : "model-change:" + owner,
            is_extra ? owner + " has what the model does not state"
                     : called(one).substr(0, called(one).find('.')) + " has no migration yet for what the model states",
            one.owner().declared_at};
  return {"disagreement:" + owner, "nobody agrees on " + owner, one.owner().declared_at};
}

std::vector<FindingGroup> group_findings(const std::vector<Finding>& findings, const std::vector<CauseKey>& keys) {
  std::vector<FindingGroup> groups;
  std::map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < findings.size(); ++i) {  // findings are sorted, so groups come worst first
    const auto [place, is_new] = known.try_emplace(keys[i].id, groups.size());
    if (is_new) groups.push_back({keys[i].id, keys[i].headline, keys[i].at, {}, {}, {}});
    FindingGroup& group = groups[place->second];
    group.findings.push_back(i);
    if (group.findings.size() > 1 && !keys[i].headline_of_several.empty()) group.headline = keys[i].headline_of_several;
  }
  for (FindingGroup& group : groups) {
    group.table = common_table(findings, group);
    group.fixes = common_fixes(findings, group);
  }
  return groups;
}

}  // namespace pgplumb
