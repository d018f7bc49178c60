#include "statements/renamed_types.h"

#include <string_view>
#include <vector>

#include "kinds/enum/ddl.h"
#include "kinds/routine/ddl.h"

namespace pgplumb {

namespace {

bool ends_type(std::string_view text, std::size_t at) {
  constexpr std::string_view behind_types = ",) [";
  return at < text.size() && behind_types.find(text[at]) != std::string_view::npos;
}

/// `===(addr, addr[])`, `(addr AS text)`: from the parenthesis on, each type begins behind one, a comma or AS.
std::string with_type(const std::string& name, std::string_view before, std::string_view after) {
  std::string renamed = name.substr(0, name.find('('));
  std::string_view rest = std::string_view(name).substr(renamed.size());
  bool begins_type = false;
  while (!rest.empty()) {
    const bool is_it = begins_type && rest.starts_with(before) && ends_type(rest, before.size());
    renamed += is_it ? after : rest.substr(0, 1);
    rest.remove_prefix(is_it ? before.size() : 1);
    begins_type = renamed.ends_with('(') || renamed.ends_with(", ") || renamed.ends_with(",") || renamed.ends_with(" AS ");
  }
  return renamed;
}

/// Operators and casts. Tables are renamed often, and of all that there is these are few.
std::vector<const Symbol*> named_after_types(const Draft& draft) {
  std::vector<const Symbol*> named;
  for (const Symbol* schema : draft.schemas())
    for (const Symbol* op : draft.members(schema, Namespace::operators)) named.push_back(op);
  for (const Symbol* global : draft.globals())
    if (draft.object<Cast>(global)) named.push_back(global);
  return named;
}

}  // namespace

std::string type_as_written(const Symbol* type) {
  DataType as_stated;
  as_stated.name = type;
  return display_type(as_stated);
}

void follow_renamed_type(Session& session, const Symbol* type, const std::string& before) {
  rename_signatures(session, type);
  const std::string after = type_as_written(type);
  for (const Symbol* symbol : named_after_types(session.draft()))
    if (std::string name = with_type(symbol->text, before, after); name != symbol->text) session.draft().rename(symbol, name);
}

void call_multirange_otherwise(Session& session, const Symbol* multirange, const Symbol* schema, std::string_view name) {
  require_free_type_name(session, schema, name);
  const std::string before = type_as_written(multirange);
  session.draft().change_second_name(multirange, schema, name);
  session.record(Event::Verb::altered, session.draft().declared(multirange->number)->symbol, "multirange");
  follow_renamed_type(session, multirange, before);
}

}  // namespace pgplumb
