#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "reports/text/parts.h"
#include "reports/wording.h"

namespace pgplumb::reports {

namespace {

constexpr std::size_t shown_unless_verbose = 6;
constexpr std::size_t label_width = 9;  // "confirm" and two spaces

bool is_blamed(const Finding& finding, const Statement& statement) {
  if (!finding.verdict) return false;
  const auto& blamed = finding.verdict->out_of_line;
  return std::find(blamed.begin(), blamed.end(), statement.source) != blamed.end();
}

bool is_concrete(const Statement& statement) { return statement.state == "value" || statement.state == "absent"; }

/// The two sources that a row of the table sets against each other; null where a finding has fewer.
struct Pair {
  const Statement* left = nullptr;
  const Statement* right = nullptr;
};

/// The first that is out of line and the first that is not, the database where it is among those, in the order of the sources.
/// Where nobody is blamed, the first and the last.
Pair pair_of(const Finding& finding) {
  const Statement *blamed = nullptr, *other = nullptr, *first = nullptr, *last = nullptr;
  for (const Statement& statement : finding.says) {
    if (!is_concrete(statement)) continue;
    const bool is_out_of_line = is_blamed(finding, statement);
    if (is_out_of_line && !blamed) blamed = &statement;
    if (!is_out_of_line && (!other || statement.source == "database")) other = &statement;
    if (!first) first = &statement;
    last = &statement;
  }
  if (!blamed || !other) return {first, last == first ? nullptr : last};
  return blamed < other ? Pair{blamed, other} : Pair{other, blamed};
}

/// What the columns are headed with: the sources, but "expected" where it is the database that is held against the others.
struct Heads {
  std::string left = "expected", right = "actual";
};

Heads heads_of(const CheckResult& result, const FindingGroup& group) {
  std::set<std::string> left, right;
  bool database_is_blamed = true;
  for (std::size_t i : group.findings) {
    const Pair pair = pair_of(result.findings[i]);
    if (pair.left) left.insert(pair.left->source);
    if (pair.right) right.insert(pair.right->source);
    database_is_blamed &= !pair.right || is_blamed(result.findings[i], *pair.right);
  }
  if (right.size() != 1) return {};
  if (left.size() != 1 || database_is_blamed) return {"expected", *right.begin()};
  return {*left.begin(), *right.begin()};
}

std::string shown(const Statement* statement) {
  if (!statement) return "";
  return statement->state == "value" ? statement->value : statement->state;
}

/// Told apart by field, unless the value speaks for itself.
std::string field_in_words(const Finding& finding) {
  if (finding.field.empty() || finding.field == "type" || finding.field == "name") return "";
  std::string words = " " + finding.field;
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string row_name(const Finding& finding, const FindingGroup& group) {
  if (!finding.object) return finding.message;
  const bool is_member = !group.table.empty() && !finding.object->member.empty();
  return (is_member ? "  " + finding.object->member : object_in_words(*finding.object)) + field_in_words(finding);
}

/// The table's rows as text, the heads first, each {name, left, right}.
std::vector<std::array<std::string, 3>> rows_of(const CheckResult& result, const FindingGroup& group, std::size_t count) {
  const Heads heads = heads_of(result, group);
  std::vector<std::array<std::string, 3>> rows{{group.table, heads.left, heads.right}};
  for (std::size_t i = 0; i < count; ++i) {
    const Finding& finding = result.findings[group.findings[i]];
    const Pair pair = pair_of(finding);
    rows.push_back({row_name(finding, group), shown(pair.left), shown(pair.right)});
  }
  return rows;
}

/// As wide as the widest of this column, those left out that would push the others off the page: they stand alone on their line.
std::size_t column_width(const std::vector<std::array<std::string, 3>>& rows, std::size_t column, std::size_t least,
                         std::size_t most) {
  std::size_t width = least;
  for (const auto& row : rows) {
    const std::size_t needed = width_of(neutralise(row[column])) + 2;
    if (needed <= most) width = std::max(width, needed);
  }
  return width;
}

void write_table(Page& page, const CheckResult& result, const FindingGroup& group, std::size_t column, std::size_t count) {
  const auto rows = rows_of(result, group, count);
  const std::size_t left = column + column_width(rows, 0, 25, 34);
  const bool has_room = left + column_width(rows, 1, 22, 26) + column_width(rows, 2, 0, 60) <= page.width() + 2;
  const std::size_t right = left + column_width(rows, 1, has_room ? 22 : 0, 26);
  for (const auto& [name, left_text, right_text] : rows) {
    page.row(std::vector<Cell>{{column, name}, {left, left_text}, {right, right_text}});
  }
}

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

bool has_pairs(const CheckResult& result, const FindingGroup& group) {
  return std::any_of(group.findings.begin(), group.findings.end(),
                     [&](std::size_t i) { return pair_of(result.findings[i]).right; });
}

std::string where_the_rest_is(const FindingGroup& group, bool is_table, std::size_t count) {
  const bool is_one_table = is_table && !group.table.empty();
  const std::string command = is_one_table ? "pgplumb show " + shell_word(group.table) : "--verbose lists them";
  return "… " + with_commas(count) + " more: " + command;
}

/// Each consequence once, the first few of them.
std::vector<std::string> consequences_of(const CheckResult& result, const FindingGroup& group) {
  std::vector<std::string> texts;
  for (std::size_t i : group.findings) {
    const auto& consequence = result.findings[i].consequence;
    if (!consequence) continue;
    const std::string text = what_breaks(*consequence);
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
  }
  constexpr std::size_t enough = 3;
  if (texts.size() <= enough) return texts;
  const std::size_t rest = texts.size() - enough;
  texts.resize(enough);
  texts.push_back("… and " + counted(rest, "other") + " alike");
  return texts;
}

/// What mends one member after the other, as one fix; without a target where they have several.
Fix joined_fix(const CheckResult& result, const FindingGroup& group, std::size_t count) {
  Fix joined;
  std::set<std::string> targets, hazards;
  for (std::size_t i = 0; i < count; ++i) {
    const auto& fixes = result.findings[group.findings[i]].fixes;
    if (fixes.empty()) continue;
    const Fix& fix = fixes.front();
    if (!joined.sql.empty()) joined.sql += "\n";
    if (fix.at) joined.sql += neutralise(line_of(fix.at)) + "   ";
    joined.sql += fix.sql.empty() ? fix.text : fix.sql;
    targets.insert(fix.target);
    hazards.insert(fix.hazards.begin(), fix.hazards.end());
  }
  if (targets.size() == 1) joined.target = *targets.begin();
  joined.hazards.assign(hazards.begin(), hazards.end());
  return joined;
}

/// The fixes of the whole cause; without one, those of each member that is shown.
std::vector<Fix> fixes_of(const CheckResult& result, const FindingGroup& group, std::size_t count) {
  if (!group.fixes.empty()) return group.fixes;
  const Fix joined = joined_fix(result, group, count);
  if (joined.sql.empty()) return {};
  return {joined};
}

std::vector<std::string> rules_of(const CheckResult& result, const FindingGroup& group) {
  std::set<std::string> names;
  for (std::size_t i : group.findings) names.emplace(result.findings[i].rule);
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
  std::string_view label = "breaks";
  for (const std::string& text : consequences_of(result, group)) entries.prose(std::exchange(label, ""), text);
  write_fixes(entries, fixes_of(result, group, count));
  if (group.fixes.empty() && is_table && count < group.findings.size())
    entries.whole("", "… and the others alike: --verbose lists them");
  if (verbose) entries.prose("rule", listed(rules_of(result, group)));
  if (is_table && !group.table.empty()) entries.whole("confirm", "pgplumb check --only " + shell_word(group.table));
}

}  // namespace pgplumb::reports
