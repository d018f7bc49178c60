#include <pgplumb/kinds/privileges.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace pgplumb {

namespace {

constexpr std::array<std::string_view, 8> of_tables = {"delete", "insert",  "maintain", "references",
                                                       "select", "trigger", "truncate", "update"};
constexpr std::array<std::string_view, 4> of_columns = {"insert", "references", "select", "update"};
constexpr std::array<std::string_view, 3> of_sequences = {"select", "update", "usage"};
constexpr std::array<std::string_view, 2> of_schemas = {"create", "usage"};
constexpr std::array<std::string_view, 1> of_functions = {"execute"};
constexpr std::array<std::string_view, 1> of_types = {"usage"};
constexpr std::array<std::string_view, 1> of_languages = {"usage"};
constexpr std::array<std::string_view, 1> of_wrappers_and_servers = {"usage"};

constexpr std::string_view newest = "maintain";  // of tables, since PostgreSQL 17

constexpr std::array all_objects = {
    SecuredObjects{"tables", of_tables},
    SecuredObjects{"columns", of_columns},
    SecuredObjects{"sequences", of_sequences},
    SecuredObjects{"schemas", of_schemas},
    SecuredObjects{"functions", of_functions, "execute"},
    SecuredObjects{"types", of_types, "usage"},
    SecuredObjects{"languages", of_languages, "usage"},
    SecuredObjects{"foreign-data wrappers", of_wrappers_and_servers},
    SecuredObjects{"foreign servers", of_wrappers_and_servers},
};

struct SecuredKind {
  std::string_view kind, plural;
};
constexpr std::array secured_kinds = {
    SecuredKind{Table::kind, "tables"},
    SecuredKind{Column::kind, "columns"},
    SecuredKind{Sequence::kind, "sequences"},
    SecuredKind{Schema::kind, "schemas"},
    SecuredKind{Routine::kind, "functions"},
    SecuredKind{Enum::kind, "types"},
    SecuredKind{Domain::kind, "types"},
    SecuredKind{CompositeType::kind, "types"},
    SecuredKind{RangeType::kind, "types"},
    SecuredKind{Partition::kind, "tables"},
    SecuredKind{BaseType::kind, "types"},
    SecuredKind{Language::kind, "languages"},
    SecuredKind{ForeignDataWrapper::kind, "foreign-data wrappers"},
    SecuredKind{ForeignServer::kind, "foreign servers"},
};

constexpr std::string_view grant_option_words = " with grant option", all_rights = "all";

bool needs_quotes(std::string_view role) {
  const auto is_plain = [](unsigned char letter) {
    return std::isalnum(letter) || letter == '_' || letter == '$' || letter >= 0x80;
  };
  return role.empty() || !std::all_of(role.begin(), role.end(), is_plain);
}

std::string shown_role(std::string_view role) {
  if (!needs_quotes(role)) return std::string(role);
  std::string text = "\"";
  for (const char letter : role) text += letter == '"' ? std::string("\"\"") : std::string(1, letter);
  return text + "\"";
}

bool is_all(const Rights& rights, const SecuredObjects& objects) {
  return objects.rights.size() > 1 && std::all_of(objects.rights.begin(), objects.rights.end(), [&](std::string_view right) {
           return right == newest || rights.contains(right);
         });
}

/// Reads what shown_role() wrote and leaves `rest` behind it.
std::string take_role(std::string_view& rest) {
  if (!rest.starts_with('"')) {
    const std::string role(rest.substr(0, rest.find_first_of(": ")));
    rest.remove_prefix(role.size());
    return role;
  }
  std::string role;
  for (rest.remove_prefix(1); !rest.empty(); rest.remove_prefix(1)) {
    if (rest.starts_with("\"\""))
      rest.remove_prefix(1);
    else if (rest.front() == '"')
      break;
    role += rest.front();
  }
  rest.remove_prefix(std::min<std::size_t>(1, rest.size()));
  return role;
}

/// Takes what stands before `separator`, and that.
std::string_view take_until(std::string_view& rest, std::string_view separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + separator.size(), rest.size()));
  return part;
}

Rights read_rights(std::string_view list, const SecuredObjects& objects) {
  if (list == all_rights) return Rights(objects.rights.begin(), objects.rights.end());
  Rights rights;
  while (!list.empty()) rights.emplace(take_until(list, ", "));
  return rights;
}

void put(Privileges& privileges, Grantee grantee, const Rights& rights) {
  if (!rights.empty()) privileges[std::move(grantee)].insert(rights.begin(), rights.end());
}

/// Takes those of `rights` away that the grantee has, and gives them.
Rights take_away(Privileges& privileges, const Grantee& grantee, const Rights& rights) {
  Rights taken;
  const auto found = privileges.find(grantee);
  if (found == privileges.end()) return taken;
  for (const std::string& right : rights)
    if (found->second.erase(right)) taken.insert(right);
  if (found->second.empty()) privileges.erase(found);
  return taken;
}

/// How a role holds one right.
enum class Hold { none, plain, with_grant_option };
Hold hold_of(const Grantee& grantee) { return grantee.with_grant_option ? Hold::with_grant_option : Hold::plain; }

}  // namespace

const SecuredObjects* find_secured_objects(std::string_view plural) {
  const auto found = std::find_if(all_objects.begin(), all_objects.end(), [&](const auto& row) { return row.plural == plural; });
  return found == all_objects.end() ? nullptr : &*found;
}

const SecuredObjects* secured_objects_of(const Object& object) {
  if (const auto* defaults = std::get_if<DefaultPrivileges>(&object)) return find_secured_objects(defaults->objects.str());
  const auto found = std::find_if(secured_kinds.begin(), secured_kinds.end(),
                                  [kind = kind_of(object)](const SecuredKind& row) { return row.kind == kind; });
  return found == secured_kinds.end() ? nullptr : find_secured_objects(found->plural);
}

Privileges built_in_privileges(const SecuredObjects& objects) {
  if (objects.right_of_everybody.empty()) return {};
  return {{Grantee{std::string(everybody)}, {std::string(objects.right_of_everybody)}}};
}

std::string show_rights(const Rights& rights, const SecuredObjects& objects) {
  if (is_all(rights, objects)) return std::string(all_rights);
  std::string text;
  for (const std::string& right : rights) text += (text.empty() ? "" : ", ") + right;
  return text;
}

Text show_privileges(const Privileges& privileges, const SecuredObjects& objects) {
  std::string text;
  for (const auto& [grantee, rights] : privileges) {
    text += (text.empty() ? "" : "; ") + shown_role(grantee.role);
    if (grantee.with_grant_option) text += grant_option_words;
    text += ": " + show_rights(rights, objects);
  }
  return text;
}

Privileges read_privileges(Text text, const SecuredObjects& objects) {
  Privileges privileges;
  for (std::string_view rest = text.str(); !rest.empty();) {
    Grantee grantee{take_role(rest)};
    grantee.with_grant_option = take_until(rest, ": ") == grant_option_words;
    privileges[grantee] = read_rights(take_until(rest, "; "), objects);
  }
  return privileges;
}

void grant(Privileges& privileges, const std::string& role, const Rights& rights, bool with_grant_option) {
  if (with_grant_option) {
    take_away(privileges, {role, false}, rights);
    return put(privileges, {role, true}, rights);
  }
  Rights granted = rights;
  if (const auto on = privileges.find({role, true}); on != privileges.end())
    for (const std::string& right : on->second) granted.erase(right);
  put(privileges, {role, false}, granted);
}

void revoke(Privileges& privileges, const std::string& role, const Rights& rights, bool only_grant_option) {
  const Rights granted_on = take_away(privileges, {role, true}, rights);
  if (only_grant_option)
    put(privileges, {role, false}, granted_on);
  else
    take_away(privileges, {role, false}, rights);
}

std::vector<PrivilegeChange> privilege_changes(const Privileges& from, const Privileges& to) {
  using Verb = PrivilegeChange::Verb;
  std::map<std::pair<std::string, std::string>, std::pair<Hold, Hold>> holds;  // by role and right: before and after
  for (const auto& [grantee, rights] : from)
    for (const std::string& right : rights) holds[{grantee.role, right}].first = hold_of(grantee);
  for (const auto& [grantee, rights] : to)
    for (const std::string& right : rights) holds[{grantee.role, right}].second = hold_of(grantee);
  std::map<std::pair<std::string, Verb>, Rights> changes;
  for (const auto& [what, change] : holds) {
    const auto& [before, after] = change;
    if (before == after) continue;
    const Verb verb = after == Hold::none                ? Verb::revoke
                      : after == Hold::with_grant_option ? Verb::grant_with_grant_option
                      : before == Hold::none             ? Verb::grant
                                                         : Verb::revoke_grant_option;
    changes[{what.first, verb}].insert(what.second);
  }
  std::vector<PrivilegeChange> list;
  for (auto& [key, rights] : changes) list.push_back({key.first, key.second, std::move(rights)});
  return list;
}

void leave_out_role(Privileges& privileges, std::string_view role) {
  std::erase_if(privileges, [&](const auto& entry) { return entry.first.role == role; });
}

}  // namespace pgplumb
