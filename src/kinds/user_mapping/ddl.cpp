// The values of a mapping's options are passwords and the like: nothing here looks at them.
#include "kinds/user_mapping/ddl.h"

#include <optional>

#include "kinds/foreign_options.h"
#include "kinds/named_object.h"
#include "kinds/owner/ddl.h"

namespace pgplumb {

namespace {

constexpr std::string_view on_server = " on server ";

/// None where the mapping is that of whoever runs the statements.
std::optional<std::string> name_of(Session& session, const RoleSpec* user, std::string_view server) {
  const Text role = role_named(session, user);
  if (!role.empty()) return user_mapping_name(role.str(), server);
  session.not_compared("user mapping of CURRENT_USER", "who runs the statement is not known", -1, std::string(server));
  return std::nullopt;
}

const Symbol* find_mapping(Session& session, const std::string& name) {
  return find_to_alter(session, Namespace::user_mapping, {{}, name}, UserMapping::kind);
}

void report_values(Session& session, Text option_names, const std::string& name) {
  if (!option_names.empty())
    session.not_compared("values of the options of a user mapping", "they may be secrets, and are never read", -1, name);
}

}  // namespace

std::string user_mapping_name(std::string_view user, std::string_view server) {
  return std::string(user) + std::string(on_server) + std::string(server);
}

bool read_create_user_mapping(Session& session, const Node* node) {
  const auto* statement = as<CreateUserMappingStmt>(node);
  const auto name = name_of(session, statement->user, statement->servername);
  if (!name) return true;
  const UserMapping mapping{{session.resolve(Namespace::foreign_server, {}, statement->servername)},
                            changed_option_names({}, statement->options)};
  report_values(session, mapping.option_names, *name);
  declare_new(session, Namespace::user_mapping, {{}, *name}, mapping, statement->if_not_exists);
  return true;
}

bool read_alter_user_mapping(Session& session, const Node* node) {
  const auto* statement = as<AlterUserMappingStmt>(node);
  const auto name = name_of(session, statement->user, statement->servername);
  const Symbol* symbol = name ? find_mapping(session, *name) : nullptr;
  if (!symbol) return true;
  const Text names = changed_option_names(session.draft().object<UserMapping>(symbol)->option_names, statement->options);
  report_values(session, names, *name);
  edit<UserMapping>(session, symbol, [&](UserMapping& mapping) { mapping.option_names = names; });
  session.record(Event::Verb::altered, symbol, "option_names");
  return true;
}

bool read_drop_user_mapping(Session& session, const Node* node) {
  const auto* statement = as<DropUserMappingStmt>(node);
  const auto name = name_of(session, statement->user, statement->servername);
  if (!name) return true;
  const bool is_there = session.draft().find(Namespace::user_mapping, nullptr, *name);
  if (!is_there && (statement->missing_ok || drops_what_was_before(session, "DROP USER MAPPING", *name))) return true;
  if (const Symbol* mapping = find_mapping(session, *name)) session.drop({mapping}, false);
  return true;
}

void rename_user_mappings(Session& session, const Symbol* server, std::string_view name) {
  for (const Symbol* dependent : session.draft().dependents(server)) {
    if (!session.draft().object<UserMapping>(dependent)) continue;
    const std::string user = dependent->text.substr(0, dependent->text.size() - on_server.size() - server->text.size());
    session.draft().rename(dependent, user_mapping_name(user, name));
  }
}

}  // namespace pgplumb
