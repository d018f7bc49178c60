#include <pgplumb/findings/shell_word.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "reports/text/group_table.h"
#include "reports/text/parts.h"
#include "reports/wording.h"

namespace pgplumb::reports {

namespace {

constexpr std::size_t shown_unless_verbose = 6;
constexpr std::size_t label_width = 9;  // "confirm" and two spaces

/// For findings that set no two sources against each other, such as statements that could not be read.
void write_list(Page& page, const CheckResult& result, const FindingGroup& group, std::size_t column, std::size_t count) {
  const std::string indent(column, ' ');
  for (std::size_t i = 0; i < count; ++i) {
    const Finding& finding = result.findings[group.findings[i]];
    page.prose(indent, finding.message);
    for (const Statement& statement : finding.says) {
      if (statement.at) page.whole(indent + "  ", statement.at.text());
    }
  }
}

std::string where_the_rest_is(const FindingGroup& group, bool is_table, std::size_t count) {
  const bool is_one_table = is_table && !group.table.empty();
  const std::string command = is_one_table ? "pgplumb show " + shell_word(group.table) : "--verbose lists them";
  return "… " + with_commas(count) + " more: " + command;
}

/// The consequences of one rule and error, of which the first stands for the others.
struct AlikeConsequences {
  std::string_view rule, sqlstate;
  std::vector<std::string> texts;
};

/// What breaks, a line for each rule and error.
std::vector<std::string> consequences_of(const CheckResult& result, const FindingGroup& group) {
  std::vector<AlikeConsequences> kinds;
  std::vector<std::size_t> findings = group.about_migrations;
  findings.insert(findings.end(), group.findings.begin(), group.findings.end());
  for (std::size_t i : findings) {
    const auto& [rule, consequence] = std::tie(result.findings[i].rule, result.findings[i].consequence);
    if (!consequence) continue;
    auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const AlikeConsequences& one) {
      return one.rule == rule && one.sqlstate == consequence->sqlstate;
    });
    if (kind == kinds.end()) kind = kinds.insert(kind, {rule, consequence->sqlstate, {}});
    const std::string text = what_breaks(*consequence);
    if (std::find(kind->texts.begin(), kind->texts.end(), text) == kind->texts.end()) kind->texts.push_back(text);
  }
  std::vector<std::string> texts;
  for (const AlikeConsequences& kind : kinds) {
    const std::size_t others = kind.texts.size() - 1;
    texts.push_back(kind.texts.front() + (others ? "; " + counted(others, "other") + " alike" : ""));
  }
  return texts;
}

using FixList = std::vector<const Fix*>;

FixList fixes_with_target(const Finding& finding, std::string_view target) {
  FixList fixes;
  for (const Fix& fix : finding.fixes)
    if (fix.target == target) fixes.push_back(&fix);
  return fixes;
}

/// Of what is to be edited, the model, the migrations or the database, that which comes first; none where only commands help.
FixList first_edits(const Finding& finding) {
  const auto found =
      std::find_if(finding.fixes.begin(), finding.fixes.end(), [](const Fix& fix) { return fix.target != "command"; });
  return found == finding.fixes.end() ? FixList() : fixes_with_target(finding, found->target);
}

/// The SQL that is the other way to mend what an edit of the model mends.
FixList sql_beside_edit(const Finding& finding) {
  const FixList edits = first_edits(finding);
  if (edits.empty() || edits.front()->target != "model") return {};
  const auto found = std::find_if(finding.fixes.begin(), finding.fixes.end(), [](const Fix& fix) { return !fix.sql.empty(); });
  return found == finding.fixes.end() ? FixList() : fixes_with_target(finding, found->target);
}

bool is_among(const std::vector<Fix>& fixes, const Fix& like) {
  return std::any_of(fixes.begin(), fixes.end(), [&](const Fix& fix) { return fix.text == like.text && fix.sql == like.sql; });
}

/// What mends one member after the other, as one fix; `choose` takes the fixes of each, of which what mends the whole group is
/// left out. Without a target where they have several.
Fix joined_fix(const CheckResult& result, const FindingGroup& group, std::size_t count, FixList (*choose)(const Finding&)) {
  Fix joined;
  std::set<std::string> targets, hazards;
  const auto add = [&](const Fix& fix) {
    if (!joined.sql.empty()) joined.sql += "\n";
    if (fix.at) joined.sql += neutralise(line_of(fix.at)) + "   ";
    joined.sql += fix.sql.empty() ? fix.text : fix.sql;
    targets.insert(fix.target);
    hazards.insert(fix.hazards.begin(), fix.hazards.end());
  };
  for (std::size_t i = 0; i < count; ++i)
    for (const Fix* fix : choose(result.findings[group.findings[i]]))
      if (!is_among(group.fixes, *fix)) add(*fix);
  if (targets.size() == 1) joined.target = *targets.begin();
  joined.hazards.assign(hazards.begin(), hazards.end());
  return joined;
}

/// The fixes of the whole cause, and of each member where all of it is shown. Without one of the whole: what mends each member
/// that is shown; before it, where the first member's way is a command, that command, for what writes or applies a migration does
/// so for all of them.
std::vector<Fix> fixes_of(const CheckResult& result, const FindingGroup& group, std::size_t count, bool verbose) {
  std::vector<Fix> fixes = group.fixes;
  if (!fixes.empty() && !verbose) return fixes;
  const auto& of_first = result.findings[group.findings.front()].fixes;
  if (fixes.empty() && !of_first.empty() && of_first.front().target == "command") fixes.push_back(of_first.front());
  for (const auto choose : {first_edits, sql_beside_edit})
    if (Fix joined = joined_fix(result, group, count, choose); !joined.sql.empty()) fixes.push_back(std::move(joined));
  return fixes;
}

/// Who is out of line, and why, as far as it is so of all of them.
Verdict common_verdict(const CheckResult& result, const std::vector<std::size_t>& findings) {
  Verdict common = *result.findings[findings.front()].verdict;
  std::erase_if(common.because, [&](const std::string& reason) {
    return !std::all_of(findings.begin(), findings.end(), [&](std::size_t i) {
      const auto& because = result.findings[i].verdict->because;
      return std::find(because.begin(), because.end(), reason) != because.end();
    });
  });
  return common;
}

std::vector<std::string> rules_of(const CheckResult& result, const FindingGroup& group) {
  std::set<std::string> names;
  for (const auto* findings : {&group.findings, &group.about_migrations})
    for (std::size_t i : *findings) names.emplace(result.findings[i].rule);
  return {names.begin(), names.end()};
}

}  // namespace

void write_group(Page& page, const CheckResult& result, const FindingGroup& group, const std::string& margin, std::size_t column,
                 bool verbose) {
  const std::size_t count = verbose ? group.findings.size() : std::min(group.findings.size(), shown_unless_verbose);
  const std::string indent(column, ' ');
  const bool is_table = has_pairs(result, group);
  if (group.at && is_table) page.whole(indent, group.at.text());
  is_table ? write_table(page, result, group, column, count) : write_list(page, result, group, column, count);
  if (count < group.findings.size()) page.whole(indent + "  ", where_the_rest_is(group, is_table, group.findings.size() - count));
  Entries entries(page, margin, label_width);
  if (!group.about_migrations.empty()) entries.prose("wrong", verdict_in_words(common_verdict(result, group.about_migrations)));
  std::string_view label = "breaks";
  for (const std::string& text : consequences_of(result, group)) entries.prose(std::exchange(label, ""), text);
  write_fixes(entries, fixes_of(result, group, count, verbose));
  if (group.fixes.empty() && is_table && count < group.findings.size())
    entries.whole("", "… and the others alike: --verbose lists them");
  if (!group.afterwards.empty()) entries.lines("then", group.afterwards);
  if (verbose) entries.prose("rule", listed(rules_of(result, group)));
  if (is_table && !group.table.empty()) entries.whole("confirm", "pgplumb check --only " + shell_word(group.table));
}

}  // namespace pgplumb::reports
