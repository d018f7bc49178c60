#include <algorithm>

#include "reports/text/parts.h"
#include "reports/wording.h"

namespace pgplumb::reports {

namespace {

std::string in_words(const NotCompared& item) {
  std::string text = item.what;
  if (item.count > 1) text += " (" + with_commas(item.count) + ")";
  if (!item.object.empty()) text += " on " + item.object;
  return item.why.empty() ? text : text + ": " + item.why;
}

}  // namespace

void write_not_compared(Page& page, const CheckResult& result) {
  page.blank();
  if (!result.not_compared.empty()) page.whole("", "not compared");
  std::size_t label_width = 0;
  for (const NotComparedItem& item : result.not_compared) label_width = std::max(label_width, width_of(neutralise(item.source)));
  Entries entries(page, "  ", label_width + 2);
  for (const auto& [source, item] : result.not_compared) {
    entries.prose(neutralise(source), in_words(item));
    if (item.at) entries.whole("", item.at.text());
  }
  if (result.statements_without_effect == 0) return;
  page.blank();
  page.whole("", counted(result.statements_without_effect, "statement") + " without effect on the schema");
}

void write_errors(Page& page, const CheckResult& result) {
  for (const Error& error : result.errors) {
    const std::string at = error.at().text();
    page.whole("", at.empty() ? error.message() : at + ": " + error.message());
    if (!error.excerpt().empty()) page.lines("", error.excerpt());
    if (!error.hint().empty()) page.prose("  ", error.hint());
  }
}

}  // namespace pgplumb::reports
