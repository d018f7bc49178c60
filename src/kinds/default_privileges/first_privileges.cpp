// What a new object may be used for, as PostgreSQL's get_user_default_acl() in catalog/aclchk.c puts it together.
#include "kinds/default_privileges/first_privileges.h"

#include <pgplumb/kinds/privileges.h>

#include <algorithm>
#include <array>

#include "kinds/default_privileges/ddl.h"

namespace pgplumb {

namespace {

bool has_owner(Namespace space) {
  constexpr std::array without = {
      Namespace::default_privileges,   Namespace::extension,    Namespace::cast,          Namespace::text_search_parser,
      Namespace::text_search_template, Namespace::user_mapping, Namespace::access_method, Namespace::transform};
  return !is_member(space) && std::find(without.begin(), without.end(), space) == without.end();
}

std::optional<Privileges> find_defaults(const Draft& draft, const SecuredObjects& objects, const Symbol* schema, Text role) {
  const Symbol* found = draft.find(Namespace::default_privileges, schema, default_privileges_name(objects.plural, role));
  return found ? std::optional(read_privileges(draft.item(found)->notes->remarks.privileges, objects)) : std::nullopt;
}

Privileges default_privileges(const Draft& draft, const SecuredObjects& objects, const Symbol* schema, Text role) {
  Privileges privileges = find_defaults(draft, objects, nullptr, role).value_or(built_in_privileges(objects));
  if (schema)
    for (const auto& [grantee, rights] : find_defaults(draft, objects, schema, role).value_or(Privileges()))
      grant(privileges, grantee.role, rights, grantee.with_grant_option);
  leave_out_role(privileges, role.str());
  return privileges;
}

/// Default privileges of a role by name, which may be the one that runs the statements, or not.
const Draft::Item* defaults_of_another(const Draft& draft, const SecuredObjects& objects, const Symbol* schema) {
  std::vector<Symbol*> all = draft.globals();
  const std::vector<Symbol*> in_schema = schema ? draft.members(schema, Namespace::default_privileges) : std::vector<Symbol*>();
  all.insert(all.end(), in_schema.begin(), in_schema.end());
  const auto is_another = [&](const Symbol* symbol) {
    const auto* defaults = draft.object<DefaultPrivileges>(symbol);
    return defaults && defaults->objects == Text(objects.plural) && !draft.item(symbol)->notes->remarks.owner.empty();
  };
  const auto found = std::find_if(all.begin(), all.end(), is_another);
  return found == all.end() ? nullptr : draft.item(*found);
}

/// The schema public is there before any statement. Since PostgreSQL 15 everybody may use it, and nobody make anything in it.
bool is_first_public_schema(const Draft::Item& item) {
  return item.space == Namespace::schema && item.symbol->text == "public" && !item.declared_at;
}

void give_privileges(Session& session, Draft::Item& item) {
  const SecuredObjects* objects = secured_objects_of(item.object);
  if (!objects) return;
  if (is_first_public_schema(item)) {
    item.notes.edit().remarks.privileges = show_privileges({{Grantee{std::string(everybody)}, {"usage"}}}, *objects);
    return;
  }
  const Text owner = item.notes->remarks.owner;
  const Symbol* schema = item.symbol->parent;
  item.notes.edit().remarks.privileges = show_privileges(default_privileges(session.draft(), *objects, schema, owner), *objects);
  const Draft::Item* of_another = owner.empty() ? defaults_of_another(session.draft(), *objects, schema) : nullptr;
  if (!of_another) return;
  item.notes.edit().accepts.push_back({"privileges", true, {}});
  session.not_compared(
      "privileges of a new object",
      "whether " + of_another->notes->remarks.owner.str() + " makes it, whose default privileges are others, is not known", -1,
      display_name(*item.symbol));
}

void give_owner(Session& session, Draft::Item& item) {
  const bool is_made_by_role = item.notes->remarks.owner.empty() && item.declared_at;
  if (is_made_by_role) item.notes.edit().remarks.owner = session.role();
}

}  // namespace

void give_first_privileges(Session& session) {
  if (!session.reads_owners && !session.reads_privileges) return;
  while (session.owned_count < session.draft().declared_count()) {
    const Draft::Item* item = session.draft().declared(++session.owned_count);
    if (!item || !has_owner(item->space) || item->stated_in_part) continue;
    session.draft().change(item->symbol, [&](Draft::Item& changed) {
      give_owner(session, changed);
      if (session.reads_privileges) give_privileges(session, changed);
    });
  }
}

}  // namespace pgplumb
