#include "reports/wording.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <utility>

namespace pgplumb::reports {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> hazard_words{{
    {"rewrites-table", "rewrites the table"},
    {"scans-table", "scans the table"},
    {"blocks-writes", "blocks writes while it runs"},
    {"blocks-reads", "blocks reads while it runs"},
    {"deletes-data", "deletes data"},
    {"needs-backfill", "existing rows need a value first"},
    {"breaks-running-code", "breaks running code"},
    {"cannot-run-in-transaction", "cannot run inside a transaction"},
    {"refused-while-used", "refused while anything depends on it"},
    {"loses-privileges", "what was granted on it is lost"},
    {"safe-to-repeat", "safe to repeat"},
}};

std::string hazard_in_words(std::string_view hazard) {
  const auto found = std::find_if(hazard_words.begin(), hazard_words.end(), [&](const auto& row) { return row.first == hazard; });
  return std::string(found == hazard_words.end() ? hazard : found->second);
}

std::string joined(const std::vector<std::string>& items, std::string_view separator) {
  std::string text;
  for (const std::string& item : items) {
    if (!text.empty()) text += separator;
    text += item;
  }
  return text;
}

std::string codes(const Consequence& consequence) {
  if (consequence.prisma.empty() || consequence.sqlstate.empty()) return consequence.prisma + consequence.sqlstate;
  return consequence.prisma + ", " + consequence.sqlstate;
}

}  // namespace

std::string with_commas(std::size_t number) {
  std::string digits = std::to_string(number);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) digits.insert(at, 1, ',');
  return digits;
}

std::string counted(std::size_t number, std::string_view noun) {
  std::string text = with_commas(number) + " " + std::string(noun);
  if (number == 1) return text;
  if (noun.ends_with("cy")) return text.substr(0, text.size() - 1) + "ies";
  if (noun == "statistics") return text;
  return text + (noun.ends_with('x') ? "es" : "s");
}

std::string listed(const std::vector<std::string>& items) {
  if (items.size() < 2) return joined(items, "");
  const std::vector<std::string> all_but_last(items.begin(), items.end() - 1);
  return joined(all_but_last, ", ") + " and " + items.back();
}

std::string source_in_words(std::string_view id) {
  const bool is_role = id == "model" || id == "migrations" || id == "database";
  return (is_role ? "the " : "") + std::string(id);
}

std::string hazards_in_words(const std::vector<std::string>& hazards) {
  std::vector<std::string> words;
  std::transform(hazards.begin(), hazards.end(), std::back_inserter(words), hazard_in_words);
  return joined(words, "; ");
}

std::string what_breaks(const Consequence& consequence) {
  std::string_view text = consequence.text;
  for (std::string_view ending : {" fails", " fail"}) {
    if (text.ends_with(ending)) text.remove_suffix(ending.size());
  }
  const std::string in_brackets = codes(consequence);
  return std::string(text) + (in_brackets.empty() ? "" : " (" + in_brackets + ")");
}

std::string verdict_in_words(const Verdict& verdict) {
  std::vector<std::string> blamed;
  std::transform(verdict.out_of_line.begin(), verdict.out_of_line.end(), std::back_inserter(blamed), source_in_words);
  std::string text = listed(blamed);
  if (!text.empty() && !verdict.because.empty()) text += ": ";
  text += joined(verdict.because, "; ");
  const bool is_told = std::any_of(verdict.because.begin(), verdict.because.end(),
                                   [&](const std::string& reason) { return reason.starts_with(verdict.mended_by + " "); });
  if (!verdict.mended_by.empty() && !is_told) text += "; the pending migration " + verdict.mended_by + " mends it";
  return text;
}

bool is_out_of_line(const Finding& finding, const Statement& statement) {
  if (!finding.verdict) return false;
  const auto& blamed = finding.verdict->out_of_line;
  return std::find(blamed.begin(), blamed.end(), statement.source) != blamed.end();
}

std::string object_in_words(const FindingObject& object) {
  std::string text = object.schema.empty() || object.schema == "public" ? "" : object.schema + ".";
  text += object.name;
  return object.member.empty() ? text : text + "." + object.member;
}

std::string line_of(const Position& at) { return Position{at.file, at.line, 0}.text(); }

std::vector<std::string> sources_in_state(const CheckResult& result, std::initializer_list<std::string_view> states) {
  std::vector<std::string> ids;
  for (const SourceSummary& source : result.sources) {
    if (std::find(states.begin(), states.end(), source.state) != states.end()) ids.push_back(source.id);
  }
  return ids;
}

}  // namespace pgplumb::reports
