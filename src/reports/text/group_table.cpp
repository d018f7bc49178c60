#include "reports/text/group_table.h"

#include <algorithm>
#include <array>
#include <set>

#include "reports/wording.h"

namespace pgplumb::reports {

namespace {

using Row = std::array<std::string, 3>;  // name, left, right

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
    const bool blamed_here = is_out_of_line(finding, statement);
    if (blamed_here && !blamed) blamed = &statement;
    if (!blamed_here && (!other || statement.source == "database")) other = &statement;
    if (!first) first = &statement;
    last = &statement;
  }
  if (!blamed || !other) return {first, last == first ? nullptr : last};
  return blamed < other ? Pair{blamed, other} : Pair{other, blamed};
}

/// What the columns are headed with: the sources, but "expected" where the right one is held against it throughout.
struct Heads {
  std::string left = "expected", right = "actual";
};

Heads heads_of(const CheckResult& result, const FindingGroup& group) {
  std::set<std::string> left, right;
  bool right_is_blamed = true;
  for (std::size_t i : group.findings) {
    const Pair pair = pair_of(result.findings[i]);
    if (pair.left) left.insert(pair.left->source);
    if (pair.right) right.insert(pair.right->source);
    right_is_blamed &= !pair.right || is_out_of_line(result.findings[i], *pair.right);
  }
  if (right.size() != 1) return {};
  if (left.size() != 1 || right_is_blamed) return {"expected", *right.begin()};
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

/// The heads first.
std::vector<Row> rows_of(const CheckResult& result, const FindingGroup& group, std::size_t count) {
  const Heads heads = heads_of(result, group);
  std::vector<Row> rows{{group.table, heads.left, heads.right}};
  for (std::size_t i = 0; i < count; ++i) {
    const Finding& finding = result.findings[group.findings[i]];
    const Pair pair = pair_of(finding);
    rows.push_back({row_name(finding, group), shown(pair.left), shown(pair.right)});
  }
  return rows;
}

/// As wide as the widest of this column, those left out that would push the others off the page: they stand alone on their line.
std::size_t column_width(const std::vector<Row>& rows, std::size_t column, std::size_t least, std::size_t most) {
  std::size_t width = least;
  for (const auto& row : rows) {
    const std::size_t needed = width_of(neutralise(row[column])) + 2;
    if (needed <= most) width = std::max(width, needed);
  }
  return width;
}

}  // namespace

bool has_pairs(const CheckResult& result, const FindingGroup& group) {
  return std::any_of(group.findings.begin(), group.findings.end(),
                     [&](std::size_t i) { return pair_of(result.findings[i]).right; });
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

}  // namespace pgplumb::reports
