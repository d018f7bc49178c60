#include <algorithm>
#include <map>
#include <tuple>

#include "reports/text/parts.h"
#include "reports/wording.h"

namespace pgplumb::reports {

namespace {

/// What is left out for the same reason in several places: its first, and what all of them touch.
struct Alike {
  const NotComparedItem* first;
  std::size_t count = 0;
  std::vector<std::string> objects = {};

  void add(const NotCompared& item) {
    count += item.count;
    const bool is_new = std::find(objects.begin(), objects.end(), item.object) == objects.end();
    if (is_new && !item.object.empty()) objects.push_back(item.object);
  }
};

std::vector<Alike> grouped(const std::vector<NotComparedItem>& items) {
  std::vector<Alike> groups;
  std::map<std::tuple<std::string_view, std::string_view, std::string_view>, std::size_t> places;
  for (const NotComparedItem& one : items) {
    const auto [place, is_new] = places.try_emplace({one.source, one.item.what, one.item.why}, groups.size());
    if (is_new) groups.push_back({&one});
    groups[place->second].add(one.item);
  }
  return groups;
}

std::string in_words(const Alike& alike) {
  std::string text = alike.first->item.what;
  if (alike.count > 1) text += " (" + with_commas(alike.count) + ")";
  for (std::size_t i = 0; i < alike.objects.size(); ++i) text += (i == 0 ? " on " : ", ") + alike.objects[i];
  return alike.first->item.why.empty() ? text : text + ": " + alike.first->item.why;
}

}  // namespace

void write_not_compared(Page& page, const CheckResult& result) {
  page.blank();
  if (!result.not_compared.empty()) page.whole("", "not compared");
  std::size_t label_width = 0;
  for (const NotComparedItem& item : result.not_compared) label_width = std::max(label_width, width_of(neutralise(item.source)));
  Entries entries(page, "  ", label_width + 2);
  for (const Alike& alike : grouped(result.not_compared)) {
    entries.prose(neutralise(alike.first->source), in_words(alike));
    if (alike.first->item.at) entries.whole("", alike.first->item.at.text());
  }
  if (result.statements_without_effect == 0) return;
  page.blank();
  page.whole("", counted(result.statements_without_effect, "statement") + " without effect on the schema");
}

void write_errors(Page& page, const CheckResult& result) {
  for (const Error& error : result.errors) {
    const std::string at = error.at().text();
    page.whole("", at.empty() ? error.message() : at + ": " + error.message());
    if (!error.excerpt().empty()) {
      const std::string_view excerpt = error.excerpt();
      page.lines("", excerpt.substr(0, excerpt.size() - excerpt.ends_with('\n')));
      page.blank();
    }
    if (!error.hint().empty()) page.prose("  ", error.hint());
  }
}

}  // namespace pgplumb::reports
