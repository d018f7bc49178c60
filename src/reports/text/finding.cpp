#include <algorithm>

#include "reports/text/parts.h"
#include "reports/wording.h"

namespace pgplumb::reports {

namespace {

std::string in_words(const Statement& says) {
  const std::string value = says.state == "value" ? says.value : says.state == "silent" ? "says nothing" : says.state;
  return says.name.empty() || says.name == says.value ? value : value + ", as " + says.name;
}

void write_says(Entries& entries, const std::vector<Statement>& says) {
  for (const Statement& statement : says) {
    entries.prose(neutralise(statement.source), in_words(statement));
    if (statement.at) entries.whole("", statement.at.text());
  }
}

void write_remedy(Entries& entries, std::string_view label, const Fix& fix) {
  const std::string& remedy = fix.sql.empty() ? fix.text : fix.sql;
  const std::size_t first_end = std::min(remedy.find('\n'), remedy.size());
  const std::string first = (fix.at ? line_of(fix.at) + "   " : "") + remedy.substr(0, first_end);
  if (fix.at && width_of(first) > entries.room()) {
    entries.whole(label, line_of(fix.at));
    entries.lines("", remedy);
    return;
  }
  entries.whole(label, first);
  if (first_end < remedy.size()) entries.lines("", remedy.substr(first_end + 1));
}

/// Each once: what mends the cause often mends the finding in the same words.
std::vector<Fix> joined(std::vector<Fix> fixes, const std::vector<Fix>& more) {
  for (const Fix& fix : more) {
    const auto is_same = [&](const Fix& other) { return other.text == fix.text && other.sql == fix.sql; };
    if (std::none_of(fixes.begin(), fixes.end(), is_same)) fixes.push_back(fix);
  }
  return fixes;
}

}  // namespace

void write_fixes(Entries& entries, const std::vector<Fix>& fixes) {
  const Fix* before = nullptr;
  for (const Fix& fix : fixes) {
    const bool goes_on = before && fix.sql.empty() && fix.target == before->target;
    const std::string_view label = goes_on ? "then" : before ? "or" : "fix";
    if (before && before->target == "model" && fix.target == "command") {
      entries.lines("", "then  " + fix.text);
    } else if (fix.target == "migrations" && !fix.sql.empty()) {
      entries.prose(label, "in a new migration:");
      write_remedy(entries, "", fix);
    } else {
      write_remedy(entries, label, fix);
    }
    if (!fix.hazards.empty()) entries.prose("", hazards_in_words(fix.hazards));
    before = &fix;
  }
}

void write_finding(Page& page, const Finding& finding, const std::vector<Fix>& fixes_of_cause, const std::string& margin) {
  std::size_t label_width = width_of("migrations");
  for (const Statement& statement : finding.says) label_width = std::max(label_width, width_of(neutralise(statement.source)));
  Entries entries(page, margin, label_width + 2);
  write_says(entries, finding.says);
  if (finding.verdict) entries.prose("wrong", verdict_in_words(*finding.verdict));
  if (finding.consequence) entries.prose("breaks", what_breaks(*finding.consequence));
  write_fixes(entries, joined(fixes_of_cause, finding.fixes));
  entries.whole("rule", finding.rule);
}

}  // namespace pgplumb::reports
