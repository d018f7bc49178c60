#include <algorithm>
#include <cctype>

#include "reports/text/parts.h"
#include "reports/wording.h"

namespace pgplumb::reports {

namespace {

/// "12 errors, 21 warnings, 7 infos".
std::string findings_in_words(const CheckResult& result) {
  std::string text;
  for (Severity severity : {Severity::error, Severity::warning, Severity::info}) {
    const std::size_t count = result.count(severity);
    if (count == 0) continue;
    if (!text.empty()) text += ", ";
    text += counted(count, severity_name(severity));
  }
  return text;
}

/// How many of the things not compared have to do with the worst group's table.
std::size_t touching_the_worst(const CheckResult& result) {
  const auto groups = shown_groups(result);
  if (groups.empty() || groups.front()->table.empty()) return 0;
  std::size_t count = 0;
  for (const NotComparedItem& entry : result.not_compared) {
    if (entry.item.object == groups.front()->table) count += entry.item.count;
  }
  return count;
}

/// "604 compared, 5 not compared (2 touch call_log). exit 1".
std::string what_was_compared(const CheckResult& result, bool verbose) {
  const std::size_t left_out = result.not_compared_count(), touching = touching_the_worst(result);
  std::string aside;
  if (touching > 0) {
    aside = " (" + with_commas(touching) + (touching == 1 ? " touches " : " touch ") + shown_groups(result).front()->table + ")";
  } else if (left_out > 0 && !verbose) {
    aside = " (--verbose names them)";
  }
  return with_commas(result.compared) + " compared, " + with_commas(left_out) + " not compared" + aside + ". exit " +
         std::to_string(result.exit_code());
}

std::string sources_in_words(const CheckResult& result, std::initializer_list<std::string_view> states) {
  std::vector<std::string> words;
  for (const std::string& id : sources_in_state(result, states)) words.push_back(source_in_words(id));
  std::string text = listed(words);
  if (!text.empty()) text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
  return text;
}

bool are_many(const CheckResult& result, std::string_view state) {
  const auto ids = sources_in_state(result, {state});
  return ids.size() > 1 || (ids.size() == 1 && ids.front() == "migrations");
}

Closing clean(const CheckResult& result, bool verbose) {
  Closing closing{Style::good, "PLUMB", {}};
  const auto read = sources_in_state(result, {"read", "in-part"});
  const auto missing = sources_in_state(result, {"not-looked-at"});
  if (missing.empty()) {
    closing.lines.push_back(counted(result.compared, "object") + " compared in " + counted(read.size(), "source") +
                            ", no difference.");
  } else {
    closing.word = "AGREED";
    closing.lines.push_back(listed(read) + ", " + counted(result.compared, "object") + ". " +
                            sources_in_words(result, {"not-looked-at"}) + (are_many(result, "not-looked-at") ? " were" : " was") +
                            " not looked at.");
  }
  const std::size_t left_out = result.not_compared_count();
  if (left_out > 0) {
    closing.lines.push_back(with_commas(left_out) + " not compared" + (verbose ? "." : ": pgplumb check --verbose names them."));
  }
  if (!missing.empty()) {
    std::string roles = missing.front();
    for (std::size_t i = 1; i < missing.size(); ++i) roles += "," + missing[i];
    closing.lines.push_back("To make that fail: --require " + roles);
  }
  return closing;
}

Closing drift(const CheckResult& result, bool verbose) {
  const Style style = result.count(Severity::error) > 0 ? Style::error : Style::warning;
  const std::size_t causes = shown_groups(result).size();
  const std::string found = findings_in_words(result), compared = what_was_compared(result, verbose);
  if (causes < 2) return {style, "DRIFT", {found + ". " + compared}};
  return {style, "DRIFT", {found + ", from " + counted(causes, "cause") + ". Start with 1.", compared}};
}

Closing unchecked(const CheckResult& result, bool verbose) {
  Closing closing{Style::error, "UNCHECKED", {}};
  const std::string not_read = sources_in_words(result, {"not-read"});
  const std::string reason = not_read.empty() ? "" : not_read + " could not be read. ";
  if (!result.checked) {
    closing.lines.push_back(reason + "Nothing was compared. exit " + std::to_string(result.exit_code()));
    return closing;
  }
  const std::string found = findings_in_words(result);
  closing.lines.push_back(reason + (found.empty() ? "No difference" : found) + " in the rest.");
  closing.lines.push_back(what_was_compared(result, verbose));
  return closing;
}

Closing closing_by_outcome(const CheckResult& result, bool verbose) {
  switch (result.outcome()) {
    case Outcome::clean:
      return clean(result, verbose);
    case Outcome::drift:
      return drift(result, verbose);
    case Outcome::unchecked:
      break;
  }
  return unchecked(result, verbose);
}

/// "The scratch server shop at db-1 decided 2 of 3 expressions."
std::string in_words(const SecondOpinions& opinions) {
  const std::string who = "The scratch server " + opinions.place;
  if (opinions.asked == 0) return who + " was not asked: nothing is undecided.";
  return who + " decided " + with_commas(opinions.decided) + " of " + counted(opinions.asked, "undecided expression") + ".";
}

}  // namespace

Closing closing_of(const CheckResult& result, bool verbose) {
  Closing closing = closing_by_outcome(result, verbose);
  if (result.second_opinions) closing.lines.push_back(in_words(*result.second_opinions));
  return closing;
}

void write_closing(Page& page, const CheckResult& result, const ReportOptions& options) {
  const Closing closing = closing_of(result, options.verbose);
  std::string lead = Paint(options.color)(closing.style, closing.word) + "  ";
  for (const std::string& line : closing.lines) {
    page.prose(lead, line);
    lead.assign(width_of(lead), ' ');
  }
}

}  // namespace pgplumb::reports
