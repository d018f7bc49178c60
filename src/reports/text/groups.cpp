#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "reports/text/parts.h"
#include "reports/wording.h"

namespace pgplumb::reports {

namespace {

constexpr std::size_t numbered_severity_width = 9;  // "WARNING" and two spaces

Severity worst_of(const CheckResult& result, const FindingGroup& group) {
  Severity worst = Severity::info;
  for (const auto* findings : {&group.findings, &group.about_migrations})
    for (std::size_t i : *findings) worst = std::min(worst, result.findings[i].severity);
  return worst;
}

/// Where a group's lines start: `lead` ends with its severity, `margin` stands before its labels.
struct Heading {
  std::string lead, margin;
};

/// `number` is 0 where there is one group only.
Heading heading_of(Severity severity, std::size_t number, std::size_t digits, const Paint& paint) {
  if (number == 0) {
    const std::string lead = paint(severity) + "  ";
    return {lead, std::string(width_of(lead), ' ')};
  }
  const std::string text = std::to_string(number);
  const std::string count = std::string(digits - text.size(), ' ') + text + "  ";
  return {count + padded(paint(severity), numbered_severity_width), std::string(count.size(), ' ')};
}

/// "9 columns", "7 names"; "3 differences" where they are of several kinds, or several of one object.
std::string size_in_words(const CheckResult& result, const FindingGroup& group) {
  std::set<std::string> nouns;
  std::set<std::tuple<std::string, std::string, std::string>> objects;
  bool several_of_one = false;
  for (std::size_t i : group.findings) {
    const Finding& finding = result.findings[i];
    const auto& object = finding.object;
    if (object && object->kind != "statement")
      several_of_one |= !objects.emplace(object->schema, object->name, object->member).second;
    const bool only_named_differently = finding.rule.ends_with("-name");
    nouns.insert(only_named_differently ? "name" : object ? object->kind : "finding");
  }
  const bool is_plain = nouns.size() == 1 && !several_of_one;
  return counted(group.findings.size(), is_plain ? *nouns.begin() : "difference");
}

bool stands_alone(const FindingGroup& group) { return group.findings.size() == 1 && group.about_migrations.empty(); }

std::string headline_of(const CheckResult& result, const FindingGroup& group) {
  return stands_alone(group) ? result.findings[group.findings.front()].message : group.headline;
}

void write_headline(Page& page, const CheckResult& result, const FindingGroup& group, const Heading& heading) {
  page.prose(heading.lead, headline_of(result, group), stands_alone(group) ? "" : size_in_words(result, group));
}

/// Of the groups that are shown, by their ids.
using Numbers = std::map<std::string_view, std::size_t>;

Numbers numbers_of(const std::vector<const FindingGroup*>& groups) {
  Numbers numbers;
  for (const FindingGroup* group : groups) numbers.emplace(group->id, numbers.size() + 1);
  return numbers;
}

/// "2 and 3"
std::string listed_numbers(const Numbers& numbers, const std::vector<std::string>& ids) {
  std::set<std::size_t> sorted;
  for (const std::string& id : ids)
    if (const auto number = numbers.find(id); number != numbers.end()) sorted.insert(number->second);
  std::vector<std::string> words;
  for (const std::size_t number : sorted) words.push_back(std::to_string(number));
  return listed(words);
}

void write_in_full(Page& page, const CheckResult& result, const FindingGroup& group, const Heading& heading,
                   const Numbers& numbers, bool verbose) {
  write_headline(page, result, group, heading);
  if (stands_alone(group)) {
    write_finding(page, result.findings[group.findings.front()], group.fixes, heading.margin);
  } else {
    write_group(page, result, group, heading.margin, width_of(heading.lead), verbose);
  }
  if (const std::string first = listed_numbers(numbers, group.waits_for); !first.empty())
    page.prose(heading.margin + "order    ", "some of it runs only after the fix of " + first);
  page.blank();
}

}  // namespace

std::vector<const FindingGroup*> shown_groups(const CheckResult& result) {
  std::vector<const FindingGroup*> groups;
  for (const FindingGroup& group : result.groups) {
    if (!group.findings.empty()) groups.push_back(&group);
  }
  return groups;
}

void write_groups(Page& page, const CheckResult& result, const ReportOptions& options) {
  const auto groups = shown_groups(result);
  const std::size_t digits = std::to_string(groups.size()).size();
  // Of what is only for information, what something worse waits for is told in full.
  const auto last_worse = std::find_if(groups.rbegin(), groups.rend(),
                                       [&](const FindingGroup* group) { return worst_of(result, *group) != Severity::info; });
  const auto in_full = static_cast<std::size_t>(groups.rend() - last_worse);
  const Numbers numbers = numbers_of(groups);
  std::string last_headline;  // of a group that is shown by its headline only, the indentation below it
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const Severity severity = worst_of(result, *groups[i]);
    const Heading heading = heading_of(severity, groups.size() == 1 ? 0 : i + 1, digits, Paint(options.color));
    if (i < in_full || options.verbose) {
      write_in_full(page, result, *groups[i], heading, numbers, options.verbose);
    } else {
      write_headline(page, result, *groups[i], heading);
      last_headline.assign(width_of(heading.lead), ' ');
    }
  }
  if (!last_headline.empty()) page.whole(last_headline, "--verbose lists them");
}

void write_headlines_of_errors(Page& page, const CheckResult& result, const ReportOptions& options) {
  const Paint paint(options.color);
  for (const FindingGroup* group : shown_groups(result)) {
    if (worst_of(result, *group) == Severity::error)
      write_headline(page, result, *group, heading_of(Severity::error, 0, 0, paint));
  }
}

}  // namespace pgplumb::reports
