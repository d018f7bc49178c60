#include "findings/access.h"

#include <pgplumb/kinds/privileges.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>

#include "kinds/privileges/write.h"

namespace pgplumb {

namespace {

using Verb = PrivilegeChange::Verb;

constexpr std::string_view insufficient_privilege = "42501";

Judgement warning(std::string_view sqlstate, std::string text) {
  return {Severity::warning, Consequence{std::string(sqlstate), "", std::move(text)}};
}

/// What leads from the expectation to what there is.
std::vector<PrivilegeChange> changes_of(const Case& one) {
  const SecuredObjects& objects = *secured_objects_of(one.entry().object);
  return privilege_changes(read_privileges(one.expectation().value, objects), read_privileges(one.actuality().value, objects));
}

/// Null where there is none.
const PrivilegeChange* find(const std::vector<PrivilegeChange>& changes, Verb verb) {
  const auto found = std::find_if(changes.begin(), changes.end(), [&](const PrivilegeChange& one) { return one.verb == verb; });
  return found == changes.end() ? nullptr : &*found;
}

std::string who(const std::string& role) { return role == everybody ? "PUBLIC" : role; }

std::string in_words(const PrivilegeChange& change, const SecuredObjects& objects) {
  const std::string rights = show_rights(change.rights, objects);
  switch (change.verb) {
    case Verb::grant:
      return who(change.role) + " has " + rights;
    case Verb::grant_with_grant_option:
      return who(change.role) + " has " + rights + " with grant option";
    case Verb::revoke_grant_option:
      return who(change.role) + " lacks the grant option for " + rights;
    case Verb::revoke:
      return who(change.role) + " lacks " + rights;
  }
  return {};
}

}  // namespace

std::string privileges_in_words(const Case& one) {
  const SecuredObjects& objects = *secured_objects_of(one.entry().object);
  std::string text;
  for (const PrivilegeChange& change : changes_of(one)) text += (text.empty() ? "" : "; ") + in_words(change, objects);
  return text;
}

Judgement judge_privileges(const Case& one) {
  const std::vector<PrivilegeChange> changes = changes_of(one);
  const auto rights_of = [&](const PrivilegeChange& change) {
    return show_rights(change.rights, *secured_objects_of(one.entry().object));
  };
  if (const PrivilegeChange* lacking = find(changes, Verb::revoke)) {
    const bool is_future = std::holds_alternative<DefaultPrivileges>(one.entry().object);
    const std::string role = lacking->role == everybody ? "other roles" : lacking->role;
    return warning(insufficient_privilege, "statements of " + role + " that need " + rights_of(*lacking) +
                                               (is_future ? " fail on what is made from now on" : " fail: permission denied"));
  }
  if (const PrivilegeChange* lacking = find(changes, Verb::revoke_grant_option))
    return warning("", "GRANT by " + lacking->role + " gives nothing: it may not pass " + rights_of(*lacking) + " on");
  return warning("", "more may be done with it than is stated");
}

Judgement judge_owner(const Case& one) {
  return warning(insufficient_privilege, "ALTER and DROP by " + one.expectation().value + " fail: it is not the owner");
}

Judgement judge_missing_default_privileges(const Case&) {
  return warning(insufficient_privilege, "roles that count on them are refused what is made from now on");
}

SqlFix change_privileges(const Case& one) {
  const std::vector<PrivilegeChange> changes = changes_of(one);
  const bool revokes = std::any_of(changes.begin(), changes.end(), [](const PrivilegeChange& change) { return change.gives(); });
  return {grant_sql(target_of(one), one.actuality().value, one.expectation().value),
          {revokes ? "breaks-running-code" : "safe-to-repeat"}};
}

SqlFix change_owner(const Case& one) {
  return {"ALTER " + named_with_kind(target_of(one)) + " OWNER TO " + quote_identifier(one.expectation().value)};
}

}  // namespace pgplumb
