// Who may do what with an object: PostgreSQL's access control lists, its owner's own rights left out.
#pragma once

#include <pgplumb/kinds.h>

#include <compare>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb {

/// The role that stands for all of them; no role can bear this name.
inline constexpr std::string_view everybody = "public";

/// To whom something is granted. What may be granted on stands apart from what may not.
struct Grantee {
  std::string role;
  bool with_grant_option = false;

  friend auto operator<=>(const Grantee&, const Grantee&) = default;
};

/// Rights by their names in lower case: "select", "usage".
using Rights = std::set<std::string, std::less<>>;
using Privileges = std::map<Grantee, Rights>;

/// What objects of one sort can be granted for.
struct SecuredObjects {
  std::string_view plural;                   ///< as ALTER DEFAULT PRIVILEGES calls them: "tables"; "columns" for these
  std::span<const std::string_view> rights;  ///< what ALL stands for, sorted
  /// What everybody may do with a new one, as PostgreSQL's acldefault() has it; "" for nothing.
  std::string_view right_of_everybody = {};
};

/// Null where there is none of that plural.
const SecuredObjects* find_secured_objects(std::string_view plural);

/// Null for what has no privileges of its own: a constraint, an extension.
const SecuredObjects* secured_objects_of(const Object& object);

/// PostgreSQL's built-in privileges of a new object.
Privileges built_in_privileges(const SecuredObjects& objects);

/// "insert, select"; all that there are is "all", where there are several: with or without MAINTAIN, which tables have since
/// PostgreSQL 17.
std::string show_rights(const Rights& rights, const SecuredObjects& objects);

/// "app: insert, select; app with grant option: delete; public: select".
Text show_privileges(const Privileges& privileges, const SecuredObjects& objects);
Privileges read_privileges(Text text, const SecuredObjects& objects);

void grant(Privileges& privileges, const std::string& role, const Rights& rights, bool with_grant_option);
/// With `only_grant_option` the role keeps the rights themselves.
void revoke(Privileges& privileges, const std::string& role, const Rights& rights, bool only_grant_option);

/// One statement on the way from some privileges to others.
struct PrivilegeChange {
  enum class Verb { grant, grant_with_grant_option, revoke_grant_option, revoke };
  std::string role;
  Verb verb;
  Rights rights;

  bool gives() const { return verb == Verb::grant || verb == Verb::grant_with_grant_option; }
};
std::vector<PrivilegeChange> privilege_changes(const Privileges& from, const Privileges& to);

/// Leaves out what a role has.
void leave_out_role(Privileges& privileges, std::string_view role);

}  // namespace pgplumb
