#include "history/tools/sqitch_change_id.h"

#include "history/digests.h"
#include "history/tools/canonical_uri.h"

namespace pgplumb {

namespace {

std::string listed(std::string_view what, std::string_view mark, const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text.append("\n  ").append(mark).append(" ").append(name);
  return text.empty() ? text : "\n" + std::string(what) + text;
}

}  // namespace

std::string SqitchChange::entry() const {
  return "project " + project + (uri.empty() ? "" : "\nuri " + canonical_uri(uri)) + "\nchange " + name + "\nplanner " + planner +
         "\ndate " + date + listed("requires", "+", required) + listed("conflicts", "-", conflicting) +
         (note.empty() ? "" : "\n\n" + note);
}

std::string sqitch_change_id(std::string_view entry, std::string_view parent_id) {
  std::string text(entry);
  if (!parent_id.empty()) text.insert(text.find("\nplanner "), "\nparent " + std::string(parent_id));
  return sha1_hex("change " + std::to_string(text.size()) + '\0' + text);
}

}  // namespace pgplumb
