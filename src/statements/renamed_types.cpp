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

/// Of all that there is, these are few, and tables are renamed often.
struct Bearers {
  std::vector<const Symbol*> named;    ///< operators and casts, which bear types in their names
  std::vector<const Symbol*> in_text;  ///< aggregates, for what they gather, and operator families, for their members' operands
};

Bearers bearers_of_types(const Draft& draft) {
  Bearers bearers;
  for (const Symbol* schema : draft.schemas())
    for (const Symbol* member : draft.members(schema)) {
      const auto* routine = draft.object<Routine>(member);
      const bool is_aggregate = routine && routine->routine_kind == RoutineKind::aggregate;
      if (draft.object<Operator>(member)) bearers.named.push_back(member);
      if (is_aggregate || draft.object<OperatorFamily>(member)) bearers.in_text.push_back(member);
    }
  for (const Symbol* global : draft.globals())
    if (draft.object<Cast>(global)) bearers.named.push_back(global);
  return bearers;
}

/// "mstype = mood, stype = mood[]"
std::string with_gathered_type(std::string body, const std::string& before, const std::string& after) {
  for (std::size_t at = body.find("stype = "); at != body.npos; at = body.find("stype = ", at + 1)) {
    const std::size_t begin = at + std::string_view("stype = ").size();
    const std::size_t end = begin + before.size();
    if (body.compare(begin, before.size(), before) == 0 && (end == body.size() || ends_type(body, end)))
      body.replace(begin, before.size(), after);
  }
  return body;
}

void rename_in_text(Draft& draft, const Symbol* holder, const std::string& before, const std::string& after) {
  const auto* family = draft.object<OperatorFamily>(holder);
  const std::string text = family ? family->members.str() : draft.object<Routine>(holder)->body.str();
  const std::string renamed = family ? with_type(text, before, after) : with_gathered_type(text, before, after);
  if (renamed == text) return;
  draft.change(holder, [&](Draft::Item& item) {
    (family ? std::get<OperatorFamily>(item.object).members : std::get<Routine>(item.object).body) = renamed;
  });
}

}  // namespace

TypeAsWritten type_as_written(const Symbol* type) { return {type->text, display_name(*type)}; }

void follow_renamed_type(Session& session, const Symbol* type, const TypeAsWritten& before) {
  Draft& draft = session.draft();
  rename_signatures(session, type);
  const TypeAsWritten after = type_as_written(type);
  const Bearers bearers = bearers_of_types(draft);
  for (const Symbol* symbol : bearers.named) {
    const std::string name = draft.object<Cast>(symbol) ? with_type(symbol->text, before.in_casts, after.in_casts)
                                                        : with_type(symbol->text, before.in_signatures, after.in_signatures);
    if (name != symbol->text) draft.rename(symbol, name);
  }
  for (const Symbol* holder : bearers.in_text) rename_in_text(draft, holder, before.in_casts, after.in_casts);
}

TypesOfSchema::TypesOfSchema(const Draft& draft, const Symbol* schema) {
  for (const Symbol* member : draft.members(schema)) {
    const Namespace space = draft.item(member)->space;
    if (space == Namespace::type || space == Namespace::relation || space == Namespace::partition)
      before_.emplace_back(member, display_name(*member));
  }
}

void TypesOfSchema::follow(Draft& draft) const {
  const Bearers bearers = bearers_of_types(draft);
  for (const auto& [type, before] : before_) {
    const std::string after = display_name(*type);
    for (const Symbol* symbol : bearers.named)
      if (draft.object<Cast>(symbol) && symbol->text.find(before) != std::string::npos)
        draft.rename(symbol, with_type(symbol->text, before, after));
    for (const Symbol* holder : bearers.in_text) rename_in_text(draft, holder, before, after);
  }
}

void call_multirange_otherwise(Session& session, const Symbol* multirange, const Symbol* schema, std::string_view name) {
  require_free_type_name(session, schema, name);
  const TypeAsWritten before = type_as_written(multirange);
  session.draft().change_second_name(multirange, schema, name);
  session.record(Event::Verb::altered, session.draft().declared(multirange->number)->symbol, "multirange");
  follow_renamed_type(session, multirange, before);
}

}  // namespace pgplumb
